package dev.cowork.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import dev.cowork.workspace.sharing.Outcome;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Slack over a socket we open, for a team with no public address. Each envelope is worked on by a thread of its own:
/// one slow one must not keep the next from being acknowledged.
@ApplicationScoped
class SocketGate {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final Slack slack;
    private final Optional<String> token;
    private final ParcelReader reader;
    private final Intake intake;
    private final AtomicReference<@Nullable SocketModeClient> open = new AtomicReference<>();

    SocketGate(Slack slack, SlackConfig config, ParcelReader reader, Intake intake) {
        this.slack = slack;
        this.token = config.appToken();
        this.reader = reader;
        this.intake = intake;
    }

    void on(@Observes StartupEvent started) {
        token.ifPresent(t -> Thread.ofVirtual().name("socket-mode").start(() -> connect(t)));
    }

    void on(@Observes ShutdownEvent stopping) throws IOException {
        var client = open.getAndSet(null);
        if (client != null) {
            client.close();
        }
    }

    private void connect(String appToken) {
        while (open.get() == null && !Thread.currentThread().isInterrupted()) {
            try {
                var client = slack.socketMode(appToken, SocketModeClient.Backend.JavaWebSocket);
                client.addEventsApiEnvelopeListener(e -> take(client, e.getEnvelopeId(), e.getPayload()));
                client.addInteractiveEnvelopeListener(e -> take(client, e.getEnvelopeId(), e.getPayload()));
                client.addSlashCommandsEnvelopeListener(e -> take(client, e.getEnvelopeId(), e.getPayload()));
                client.connect();
                open.set(client);
                Log.info("connected to Slack in Socket Mode");
            } catch (IOException | RuntimeException e) {
                Log.warnf("Socket Mode cannot connect (%s), trying again in %s", e.getMessage(), PAUSE);
                rest();
            }
        }
    }

    private void take(SocketModeClient client, String envelope, JsonElement payload) {
        Thread.ofVirtual().name("envelope-" + envelope).start(() -> {
            try {
                acknowledge(client, envelope, Outcome.of(intake.take(reader.readSocket(payload.toString()))));
            } catch (UnreadableException e) {
                Log.warnf("envelope %s is none of Slack's shapes: %s", envelope, e.getMessage());
                acknowledge(client, envelope, Response.ok());
            } catch (RuntimeException e) {
                // Not acknowledged: Slack sends it again.
                Log.errorf(e, "envelope %s could not be stored", envelope);
            }
        });
    }

    private static void acknowledge(SocketModeClient client, String envelope, Response answer) {
        var body = answer.getBody();
        var ack = new JsonObject();
        ack.addProperty("envelope_id", envelope);
        if (body != null && !body.isBlank()) {
            ack.add("payload", JsonParser.parseString(body));
        }
        client.sendSocketModeResponse(ack.toString());
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
