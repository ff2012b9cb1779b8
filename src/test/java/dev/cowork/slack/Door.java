package dev.cowork.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Knocks at `/slack/events` as Slack does, and takes the status.
record Door(URI address) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    int post(String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var at = String.valueOf(Requests.now());
        return post(type, bytes, at, Requests.signature(Requests.SECRET, at, bytes));
    }

    int post(String type, byte[] body, String timestamp, String signature) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
