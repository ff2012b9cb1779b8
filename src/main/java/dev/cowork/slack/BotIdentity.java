package dev.cowork.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.install.Tokens;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who we are in Slack. Asked beside the work, never in front of a request; Slack being down does not stop the start.
@ApplicationScoped
class BotIdentity {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private final SlackCalls calls;
    private final Tokens tokens;
    /// By token: who Slack says that is.
    private final Map<String, Self> known = new ConcurrentHashMap<>();

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    /// @param user empty where Slack does not take the token
    private record Self(String user, String bot) {}

    BotIdentity(SlackCalls calls, Tokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    void on(@Observes StartupEvent started) {
        Thread.ofVirtual().name("who-am-i").start(() -> tokens.all().forEach(this::askBeside));
    }

    /// The bot's user id: as the event names it, else as Slack told us; empty where Slack will not tell.
    ///
    /// @throws TryLaterException while Slack has not been reached yet
    String idIn(WorkspaceId workspace, JsonNode eventPayload) {
        var authorization = eventPayload.at("/authorizations/0");
        if (authorization.path("is_bot").asBoolean()) {
            return authorization.path("user_id").asText();
        }
        var token = tokens.of(workspace).orElse("");
        var self = token.isEmpty() ? new Self("", "") : known.get(token);
        if (self == null) {
            askBeside(token);
            throw new TryLaterException(
                    Duration.ofMillis(500), new IllegalStateException("auth.test is not answered yet"));
        }
        return self.user();
    }

    /// Whether Slack has said who we are there; where it has not, it is asked beside the work.
    boolean isKnown(WorkspaceId workspace) {
        var token = tokens.of(workspace).orElse("");
        var isKnown = token.isEmpty() || known.containsKey(token);
        if (!isKnown) {
            askBeside(token);
        }
        return isKnown;
    }

    /// Whether the message is one of ours. Where we do not know who we are, no message is.
    boolean wrote(JsonObject message) {
        return known.values().stream()
                .anyMatch(self -> isIn(message, "user", self.user()) || isIn(message, "bot_id", self.bot()));
    }

    private static boolean isIn(JsonObject message, String field, String id) {
        return !id.isEmpty()
                && message.has(field)
                && message.get(field).isJsonPrimitive()
                && message.get(field).getAsString().equals(id);
    }

    /// One thread a token, however many wait for its answer.
    private void askBeside(String token) {
        if (asked.add(token)) {
            Thread.ofVirtual().name("who-am-i").start(() -> {
                try {
                    ask(token);
                } finally {
                    asked.remove(token);
                }
            });
        }
    }

    private void ask(String token) {
        while (!known.containsKey(token) && !Thread.currentThread().isInterrupted()) {
            switch (calls.callWith(token, "auth.test", Map.of())) {
                case SlackCalls.Outcome.Ok(RawAnswer answer) ->
                    known.put(
                            token,
                            new Self(
                                    answer.userId == null ? "" : answer.userId,
                                    answer.botId == null ? "" : answer.botId));
                case SlackCalls.Outcome.No no -> {
                    Log.errorf("Slack does not accept our bot token: auth.test answers %s", no.error());
                    known.put(token, new Self("", ""));
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
