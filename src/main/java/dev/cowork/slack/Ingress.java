package dev.cowork.slack;

import dev.cowork.delivery.DatabaseUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Where Slack calls: verifies the raw bytes, then takes them in.
@Path("/slack/events")
class Ingress {
    private final Optional<Signature> signature;
    private final ParcelReader reader;
    private final Intake intake;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<Integer, Timer> acknowledged = new ConcurrentHashMap<>();

    Ingress(SlackConfig config, ParcelReader reader, Intake intake, InstantSource clock, MeterRegistry meters) {
        this.meters = meters;
        this.signature = config.signingSecret().map(secret -> new Signature(secrets(secret, config)));
        this.reader = reader;
        this.intake = intake;
        this.clock = clock;
    }

    /// On the thread that reads from the wire: there is nothing to wait for on it.
    @POST
    @Consumes(MediaType.WILDCARD)
    @NonBlocking
    public CompletionStage<Response> receive(
            byte[] body,
            @HeaderParam("X-Slack-Request-Timestamp") String timestamp,
            @HeaderParam("X-Slack-Signature") String given) {
        var begun = Timer.start();
        return answer(body, timestamp, given).thenApply(answer -> {
            begun.stop(acknowledged.computeIfAbsent(answer.getStatus(), this::acknowledged));
            return answer;
        });
    }

    /// By what alerts are set: the share of each status, and how many were answered within half a second and within our
    /// budget.
    private Timer acknowledged(int status) {
        return Timer.builder("cowork.ack")
                .description("From Slack's request to our answer, by status")
                .tag("status", String.valueOf(status))
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(500), Intake.BUDGET, Duration.ofSeconds(3))
                .register(meters);
    }

    private CompletableFuture<Response> answer(byte[] body, String timestamp, String given) {
        if (!signature
                .map(s -> s.verifies(body, timestamp, given, clock.instant()))
                .orElse(false)) {
            return CompletableFuture.completedFuture(plain(401, "This request does not carry Slack's signature."));
        }
        var text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return CompletableFuture.completedFuture(plain(400, "The body has a NUL character."));
        }
        return take(text).handle((taken, why) -> why == null ? answer(taken) : refusal(why));
    }

    private CompletableFuture<com.slack.api.bolt.response.Response> take(String text) {
        try {
            return intake.take(reader.read(text));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Response refusal(Throwable why) {
        return switch (why) {
            case CompletionException e when e.getCause() != null -> refusal(e.getCause());
            case UnreadableException e -> plain(400, "This is none of the requests Slack sends: " + e.getMessage());
            case TimeoutException _ -> {
                Log.errorf("a request of Slack was not stored within %s", Intake.BUDGET);
                yield notNow();
            }
            case DatabaseUnavailableException e -> {
                Log.errorf("a request of Slack could not be stored: %s", e.getMessage());
                yield notNow();
            }
            default -> {
                Log.error("a request of Slack could not be stored", why);
                yield notNow();
            }
        };
    }

    private static Response notNow() {
        return plain(503, "This cannot be stored just now. Please send it again.");
    }

    private static Response answer(com.slack.api.bolt.response.Response from) {
        // Bolt answers 404 where nobody listens for an event; Slack would count that as a failure of ours.
        var status = from.getStatusCode() == 404 ? 200 : from.getStatusCode();
        var answer = Response.status(status);
        return from.getBody() == null
                ? answer.build()
                : answer.entity(from.getBody()).type(from.getContentType()).build();
    }

    private static Response plain(int status, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity(text)
                .build();
    }

    private static List<String> secrets(String current, SlackConfig config) {
        return Stream.concat(Stream.of(current), config.previousSigningSecret().stream())
                .toList();
    }
}
