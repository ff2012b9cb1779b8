package dev.cowork.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static dev.cowork.slack.ThreadPages.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads what people wrote in a thread while nobody heard them, and takes it in as if Slack had just told it: what
/// Slack did tell is known by its timestamp and ignored. Where the thread cannot be read, people are asked to
/// repeat it.
@ApplicationScoped
class ReadingMissed implements Errand {
    static final String KIND = "slack/missed";

    private static final Set<String> NOTHING_THERE =
            Set.of("channel_not_found", "is_archived", "not_in_channel", "thread_not_found");
    private static final Set<String> SAID = Set.of("", "file_share", "thread_broadcast");
    private static final Duration LATER = Duration.ofSeconds(10);
    /// The last pulse and the last word heard are not the same moment.
    private static final Duration BEFORE = Duration.ofMinutes(1);

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ThreadPages pages;
    private final BotIdentity bot;
    private final ParcelReader reader;
    private final Inbox inbox;
    private final Posting posting;

    ReadingMissed(ThreadPages pages, BotIdentity bot, ParcelReader reader, Inbox inbox, Posting posting) {
        this.pages = pages;
        this.bot = bot;
        this.reader = reader;
        this.inbox = inbox;
        this.posting = posting;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var body = reader.object(delivery.body());
        var thread =
                new ThreadRef(body.path("channel").asText(), body.path("thread").asText());
        switch (pages.page(delivery.workspace(), thread, range(body), ThreadPages.Share.HALF)) {
            case SlackCalls.Outcome.Ok(RawAnswer answer) -> take(delivery, thread, body, answer);
            case SlackCalls.Outcome.Limited(Duration pause) -> throw later(pause, "ratelimited");
            case SlackCalls.Outcome.No no when no.isLockedOut() -> throw later(LATER.multipliedBy(6), no.error());
            case SlackCalls.Outcome.No(String error)
            when NOTHING_THERE.contains(error) -> Log.infof("nothing to read up in %s: %s", thread, error);
            case SlackCalls.Outcome.No(String error) -> ask(delivery.workspace(), thread, body, error);
            case SlackCalls.Outcome outcome -> throw later(LATER, outcome.why());
        }
    }

    private static Map<String, String> range(ObjectNode body) {
        var since = Instant.ofEpochSecond(body.path("from").asLong()).minus(BEFORE);
        return Map.of(
                "oldest",
                body.path("after").asText(since.getEpochSecond() + ".000000"),
                "limit",
                ThreadPages.GRANTED_TO_ALL);
    }

    private void take(Delivery delivery, ThreadRef thread, ObjectNode body, RawAnswer answer) {
        var last = body.path("after").asText("");
        var found = 0;
        for (var message : ThreadPages.messages(answer)) {
            var ts = field(message, "ts");
            // The message above the thread comes with every page.
            if (ts.equals(thread.ts())) {
                continue;
            }
            last = ts;
            if (isSaid(message) && inbox.accept(told(delivery.workspace(), thread, message))) {
                found++;
            }
        }
        if (found > 0) {
            Log.infof("%d messages missed in %s of %s are taken in", found, thread, delivery.workspace());
        }
        if (answer.hasMore && !last.equals(body.path("after").asText(""))) {
            goOn(delivery, thread, body.deepCopy().put("after", last));
        }
    }

    private void goOn(Delivery delivery, ThreadRef thread, ObjectNode body) {
        var key = Key.of(
                "gap",
                body.path("to").asText(),
                thread.channel(),
                thread.ts(),
                body.path("after").asText());
        inbox.accept(Delivery.own(delivery.workspace(), key, delivery.lane(), KIND, body.toString()));
    }

    private boolean isSaid(JsonObject message) {
        return message.has("user")
                && !message.has("bot_id")
                && !bot.wrote(message)
                && SAID.contains(field(message, "subtype"));
    }

    /// As Slack would have told it.
    private Delivery told(WorkspaceId workspace, ThreadRef thread, JsonObject message) {
        var event = reader.object(message.toString());
        event.put("type", "message")
                .put("channel", thread.channel())
                .put("event_ts", field(message, "ts"))
                .put("channel_type", thread.channel().startsWith("D") ? "im" : "channel");
        var envelope = event.objectNode()
                .put("type", "event_callback")
                .put("team_id", workspace.value())
                .put("event_id", "missed-" + thread.channel() + "-" + field(message, "ts"));
        envelope.set("event", event);
        return reader.read(envelope.toString()).delivery();
    }

    private void ask(WorkspaceId workspace, ThreadRef thread, ObjectNode body, String error) {
        Log.warnf("what was missed in %s of %s cannot be read (%s): people are asked", thread, workspace, error);
        var words = "I was offline from " + when(body, "from") + " to " + when(body, "to")
                + " (UTC) and may have missed something here. If you wrote to me in that time, please send it again.";
        posting.reply(
                workspace,
                thread,
                Key.of("missed", thread.channel(), thread.ts(), body.path("to").asText()),
                Message.of(words, List.of(section(block -> block.text(markdownText(words))))));
    }

    private static String when(ObjectNode body, String field) {
        return WHEN.format(Instant.ofEpochSecond(body.path(field).asLong()));
    }

    private static TryLaterException later(Duration pause, String why) {
        return new TryLaterException(pause, new IllegalStateException(why));
    }
}
