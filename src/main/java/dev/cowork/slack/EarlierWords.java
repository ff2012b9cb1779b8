package dev.cowork.slack;

import static dev.cowork.slack.ThreadPages.field;

import com.google.gson.JsonObject;
import dev.cowork.delivery.Inbox;
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
import java.util.Set;

/// Reads what was said in a thread before we were called into it.
@ApplicationScoped
public class EarlierWords {
    /// Where Slack wants a longer wait than this nobody is kept waiting: some apps may read once a minute only.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MOST_PAGES = 5;

    private final ThreadPages pages;
    private final BotIdentity bot;
    private final Inbox inbox;

    EarlierWords(ThreadPages pages, BotIdentity bot, Inbox inbox) {
        this.pages = pages;
        this.inbox = inbox;
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
        if (!bot.isKnown(workspace)) {
            throw later(PAUSE, "auth.test is not answered yet");
        }
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

    /// Has what was told of the thread before the message that began it heard again, after that: Slack promises no
    /// order.
    public void hearAgain(WorkspaceId workspace, ThreadRef thread) {
        inbox.hearAgain(workspace, Posting.laneOf(workspace, thread), List.of(Parcel.KIND, Parcel.SOCKET_KIND));
    }

    private SlackCalls.Outcome page(WorkspaceId workspace, ThreadRef thread, String before, String cursor) {
        var range = new HashMap<>(Map.of("latest", before, "limit", "100"));
        if (!cursor.isEmpty()) {
            range.put("cursor", cursor);
        }
        return pages.page(workspace, thread, range, ThreadPages.Share.ALL);
    }

    private static Found limited(Duration pause) {
        if (pause.compareTo(PATIENCE) <= 0) {
            throw later(pause, "ratelimited");
        }
        return new Found.Refused("ratelimited");
    }

    private void add(List<Line> lines, Set<String> seen, RawAnswer answer, String before) {
        for (var message : ThreadPages.messages(answer)) {
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

    private static TryLaterException later(Duration pause, String why) {
        return new TryLaterException(pause, new IllegalStateException("the thread cannot be read: " + why));
    }
}
