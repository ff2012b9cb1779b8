package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// The bot's one door, knocked at as Slack does: signed, by HTTP POST, with three seconds' patience.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Door {
    /// What came of one attempt.
    ///
    /// @param status the HTTP status; 0 where there was no answer at all
    /// @param reason Slack's word for the failure; empty where there was none
    record Answer(int status, String body, String reason, boolean noRetry) {
        boolean accepted() {
            return status >= 200 && status < 300;
        }

        boolean late() {
            return reason.equals("http_timeout");
        }
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private final PlaygroundConfig config;
    private final HttpServer server;
    private final InstantSource clock;
    private final HttpClient http;

    Door(PlaygroundConfig config, HttpServer server, InstantSource clock) {
        this.config = config;
        this.server = server;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.deadline())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    Answer event(JsonNode envelope, int attempt, String reason) {
        Map<String, String> retry = attempt == 0
                ? Map.of()
                : Map.of("X-Slack-Retry-Num", Integer.toString(attempt), "X-Slack-Retry-Reason", reason);
        return knock("application/json", Json.write(envelope), retry);
    }

    Answer command(Map<String, String> fields) {
        return knock(FORM, form(fields), Map.of());
    }

    Answer interaction(JsonNode payload) {
        return knock(FORM, form(Map.of("payload", Json.write(payload))), Map.of());
    }

    /// The address of this process on the loopback interface.
    String here() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private Answer knock(String contentType, String body, Map<String, String> headers) {
        long now = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(URI.create(config.eventsUrl().orElse(here() + "/slack/events")))
                .timeout(config.deadline())
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", Signature.of(config.signingSecret(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (HttpTimeoutException late) {
            return new Answer(0, "", "http_timeout", false);
        } catch (ConnectException nobody) {
            return new Answer(0, "", "connection_failed", false);
        } catch (IOException broken) {
            return new Answer(0, "", "unknown_error", false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(0, "", "unknown_error", false);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        boolean noRetry =
                response.headers().firstValue("x-slack-no-retry").orElse("").equals("1");
        boolean good = response.statusCode() >= 200 && response.statusCode() < 300;
        return new Answer(response.statusCode(), response.body(), good ? "" : "http_error", noRetry);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
