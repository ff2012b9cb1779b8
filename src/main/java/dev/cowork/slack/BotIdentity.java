package dev.cowork.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import dev.cowork.delivery.TryLaterException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Who we are in Slack. Asked beside the work, never in front of a request; Slack being down does not stop the start.
@ApplicationScoped
class BotIdentity {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final SlackCalls calls;
    private final AtomicReference<@Nullable String> user = new AtomicReference<>();
    private final AtomicReference<@Nullable String> botId = new AtomicReference<>();

    BotIdentity(SlackCalls calls) {
        this.calls = calls;
    }

    void on(@Observes StartupEvent started) {
        Thread.ofVirtual().name("who-am-i").start(this::ask);
    }

    /// The bot's user id: as the event names it, else as Slack told us; empty where Slack will not tell.
    ///
    /// @throws TryLaterException while Slack has not been reached yet
    String idIn(JsonNode eventPayload) {
        var authorization = eventPayload.at("/authorizations/0");
        if (authorization.path("is_bot").asBoolean()) {
            return authorization.path("user_id").asText();
        }
        var known = user.get();
        if (known == null) {
            throw new TryLaterException(
                    Duration.ofMillis(500), new IllegalStateException("auth.test is not answered yet"));
        }
        return known;
    }

    /// Whether the message is one of ours. Where we do not know who we are, no message is.
    boolean wrote(JsonObject message) {
        return isIn(message, "user", user.get()) || isIn(message, "bot_id", botId.get());
    }

    private static boolean isIn(JsonObject message, String field, @Nullable String id) {
        return id != null
                && !id.isEmpty()
                && message.has(field)
                && message.get(field).isJsonPrimitive()
                && message.get(field).getAsString().equals(id);
    }

    private void ask() {
        while (user.get() == null && !Thread.currentThread().isInterrupted()) {
            switch (calls.call("auth.test", java.util.Map.of())) {
                case SlackCalls.Outcome.Ok(RawAnswer answer) -> {
                    botId.set(answer.botId);
                    user.set(answer.userId == null ? "" : answer.userId);
                }
                case SlackCalls.Outcome.No no -> {
                    Log.errorf("Slack does not accept SLACK_BOT_TOKEN: auth.test answers %s", no.error());
                    user.set("");
                }
                case SlackCalls.Outcome.Limited limited -> pause(limited.pause());
                case SlackCalls.Outcome.NotReached _, SlackCalls.Outcome.Unclear _ -> pause(PAUSE);
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
