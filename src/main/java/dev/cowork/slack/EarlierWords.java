package dev.cowork.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what was said in a thread before we were called into it.
@ApplicationScoped
public class EarlierWords {
    /// Where Slack wants a longer wait than this nobody is kept waiting: some apps may read once a minute only.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String METHOD = "conversations.replies";
    private static final int MOST_PAGES = 5;

    private final SlackCalls calls;
    private final SlackPace pace;
    private final BotIdentity bot;

    EarlierWords(SlackCalls calls, SlackPace pace, BotIdentity bot) {
        this.calls = calls;
        this.pace = pace;
        this.bot = bot;
    }

    /// One message. `who` is a mention of the person, or an app's name; the text is as [Inbound.Said] has it.
    public record Line(String who, String text) {
        @Override
        public String toString() {
            return "Line[" + who + "]";
        }
    }

    public sealed interface Found {
        /// Oldest first, without what we wrote ourselves. Empty where nothing was said.
        record Read(List<Line> lines) implements Found {}

        /// Slack does not let us read, by its error code or what else went wrong.
        record Refused(String error) implements Found {}
    }

    /// What was said in the thread before the message `before`, at most 500 messages of it.
    ///
    /// @throws TryLaterException where Slack asks for a short wait or cannot be reached at all
    @Transactional(Transactional.TxType.NEVER)
    public Found in(WorkspaceId workspace, ThreadRef thread, String before) {
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        var cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (page(workspace, thread, before, cursor)) {
                case SlackCalls.Outcome.Ok(RawAnswer answer) -> {
                    add(lines, seen, answer, before);
                    cursor = answer.nextCursor();
                }
                case SlackCalls.Outcome.No(String error) -> {
                    return new Found.Refused(error);
                }
                case SlackCalls.Outcome.Limited(Duration pause) -> {
                    pace.obey(workspace, METHOD, thread.channel(), pause);
                    return limited(pause);
                }
                case SlackCalls.Outcome.NotReached away -> throw later(PAUSE, away.why());
                // Slack is ill. Nobody is kept waiting for that, and the thread says what is missing.
                case SlackCalls.Outcome.Unclear unclear -> {
                    return new Found.Refused(unclear.why());
                }
            }
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new Found.Read(List.copyOf(lines));
    }

    private SlackCalls.Outcome page(WorkspaceId workspace, ThreadRef thread, String before, String cursor) {
        var wait = pace.forFinal(workspace, METHOD, thread.channel());
        if (wait.isPresent()) {
            return new SlackCalls.Outcome.Limited(wait.get());
        }
        var fields =
                new HashMap<>(Map.of("channel", thread.channel(), "ts", thread.ts(), "latest", before, "limit", "100"));
        if (!cursor.isEmpty()) {
            fields.put("cursor", cursor);
        }
        return calls.call(METHOD, fields);
    }

    private static Found limited(Duration pause) {
        if (pause.compareTo(PATIENCE) <= 0) {
            throw later(pause, "ratelimited");
        }
        return new Found.Refused("ratelimited");
    }

    private void add(List<Line> lines, Set<String> seen, RawAnswer answer, String before) {
        for (var each : Optional.ofNullable(answer.messages).orElseGet(JsonArray::new)) {
            var message = each.getAsJsonObject();
            var text = Clean.text(field(message, "text")).strip();
            var ts = field(message, "ts");
            // The message above the thread comes with every page.
            var isNew = ts.compareTo(before) < 0 && seen.add(ts);
            if (isNew && !text.isEmpty() && !bot.wrote(message)) {
                lines.add(new Line(who(message), text));
            }
        }
    }

    private static String who(JsonObject message) {
        if (message.has("user")) {
            return "<@" + field(message, "user") + ">";
        }
        return Clean.text(field(message, "username")).isBlank() ? "an app" : Clean.text(field(message, "username"));
    }

    private static String field(JsonObject message, String name) {
        return message.has(name) && message.get(name).isJsonPrimitive()
                ? message.get(name).getAsString()
                : "";
    }

    private static TryLaterException later(Duration pause, String why) {
        return new TryLaterException(pause, new IllegalStateException(METHOD + ": " + why));
    }
}
