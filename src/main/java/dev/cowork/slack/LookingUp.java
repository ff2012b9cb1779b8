package dev.cowork.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cowork.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks Slack whether a post of unknown fate has arrived, by the row number it carries.
@ApplicationScoped
class LookingUp {
    /// Slack's clock and ours differ a little.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final SlackCalls calls;

    LookingUp(SlackCalls calls) {
        this.calls = calls;
    }

    Sender.Lookup find(long id, String channel, @Nullable String thread, Instant since) {
        var fields = new HashMap<>(Map.of(
                "channel", channel,
                "oldest", since.minus(SLACK).getEpochSecond() + ".000000",
                "inclusive", "true",
                "include_all_metadata", "true",
                // More is not granted to every kind of app.
                "limit", "15"));
        if (thread != null) {
            fields.put("ts", thread);
        }
        var outcome = calls.call(thread == null ? "conversations.history" : "conversations.replies", fields);
        return switch (outcome) {
            case SlackCalls.Outcome.Ok(RawAnswer answer) ->
                in(answer, id)
                        .<Sender.Lookup>map(ts -> new Sender.Lookup.Found(new Sender.Place(channel, ts)))
                        .orElseGet(Sender.Lookup.Absent::new);
            case SlackCalls.Outcome.Limited(Duration pause) -> new Sender.Lookup.NotYet(pause);
            case SlackCalls.Outcome.NotReached _, SlackCalls.Outcome.Unclear _ ->
                new Sender.Lookup.NotYet(Duration.ofSeconds(10));
            // Not allowed to look: sending again is then better than silence, and it is counted.
            case SlackCalls.Outcome.No _ -> new Sender.Lookup.Absent();
        };
    }

    private static Optional<String> in(RawAnswer answer, long id) {
        if (answer.messages == null) {
            return Optional.empty();
        }
        for (JsonElement element : answer.messages) {
            var message = element.getAsJsonObject();
            if (carries(message, id)) {
                return Optional.of(message.get("ts").getAsString());
            }
        }
        return Optional.empty();
    }

    private static boolean carries(JsonObject message, long id) {
        if (!message.has("metadata") || !message.get("metadata").isJsonObject()) {
            return false;
        }
        var payload = message.getAsJsonObject("metadata").getAsJsonObject("event_payload");
        return payload != null
                && payload.has("outbox_id")
                && payload.get("outbox_id").getAsLong() == id;
    }
}
