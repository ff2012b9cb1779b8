package dev.cowork.slack;

import com.google.gson.JsonObject;
import dev.cowork.delivery.Outbox;
import dev.cowork.delivery.Post;
import dev.cowork.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Asks Slack whether a post of unknown fate has arrived, by the row number it carries.
@ApplicationScoped
class LookingUp {
    /// Slack's clock and ours differ a little.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final ThreadPages pages;
    private final BotIdentity bot;
    private final Outbox outbox;

    LookingUp(ThreadPages pages, BotIdentity bot, Outbox outbox) {
        this.pages = pages;
        this.bot = bot;
        this.outbox = outbox;
    }

    /// @param where the thread; without a `ts` the channel itself
    Sender.Lookup find(long id, Post post, ThreadRef where, Instant since) {
        return look(post, where, since, message -> carries(message, id));
    }

    /// A message that was begun live: by its number where it was posted, and where Slack streams it, which leaves no
    /// number on it, as the one message of ours in the thread that we know nothing of.
    Sender.Lookup findLive(long id, Post post, ThreadRef thread, Instant since) {
        if (!bot.isKnown(post.workspace())) {
            return new Sender.Lookup.NotYet(Duration.ofSeconds(1));
        }
        return look(post, thread, since, message -> carries(message, id) || isStrange(message, post, thread.channel()));
    }

    private Sender.Lookup look(Post post, ThreadRef where, Instant since, Predicate<JsonObject> isIt) {
        var range = Map.of(
                "oldest",
                since.minus(SLACK).getEpochSecond() + ".000000",
                "inclusive",
                "true",
                "include_all_metadata",
                "true",
                "limit",
                ThreadPages.GRANTED_TO_ALL);
        return switch (pages.page(post.workspace(), where, range, ThreadPages.Share.ALL)) {
            case SlackCalls.Outcome.Ok(RawAnswer answer) ->
                in(answer, isIt)
                        .<Sender.Lookup>map(ts -> new Sender.Lookup.Found(new Sender.Place(where.channel(), ts)))
                        .orElseGet(Sender.Lookup.Absent::new);
            case SlackCalls.Outcome.Limited(Duration pause) -> new Sender.Lookup.NotYet(pause);
            case SlackCalls.Outcome.NotReached _, SlackCalls.Outcome.Unclear _ ->
                new Sender.Lookup.NotYet(Duration.ofSeconds(10));
            case SlackCalls.Outcome.No no when no.isLockedOut() -> new Sender.Lookup.NotYet(Duration.ofMinutes(1));
            // Not allowed to look: sending again is then better than silence, and it is counted.
            case SlackCalls.Outcome.No _ -> new Sender.Lookup.Absent();
        };
    }

    private static Optional<String> in(RawAnswer answer, Predicate<JsonObject> isIt) {
        return ThreadPages.messages(answer).stream()
                .filter(isIt)
                .map(message -> ThreadPages.field(message, "ts"))
                .findFirst();
    }

    private static boolean carries(JsonObject message, long id) {
        var number = number(message);
        return number.isPresent() && number.get() == id;
    }

    private static Optional<Long> number(JsonObject message) {
        if (!message.has("metadata") || !message.get("metadata").isJsonObject()) {
            return Optional.empty();
        }
        var payload = message.getAsJsonObject("metadata").getAsJsonObject("event_payload");
        return payload != null && payload.has("outbox_id")
                ? Optional.of(payload.get("outbox_id").getAsLong())
                : Optional.empty();
    }

    private boolean isStrange(JsonObject message, Post post, String channel) {
        return bot.wrote(message)
                && number(message).isEmpty()
                && !outbox.knows(
                        post.workspace(),
                        new Sender.Place(channel, message.get("ts").getAsString()));
    }
}
