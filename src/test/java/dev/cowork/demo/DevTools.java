package dev.cowork.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One tab's DevTools connection: a call at a time, each waiting for its answer.
final class DevTools implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private WebSocket socket;
    private int calls;

    private DevTools() {}

    static DevTools open(HttpClient http, URI address) throws IOException {
        var opened = new DevTools();
        opened.socket = got(http.newWebSocketBuilder().buildAsync(address, opened.new Hearing()));
        return opened;
    }

    JsonNode call(String method, Map<String, ?> parameters) throws IOException {
        var id = ++calls;
        var answer = new CompletableFuture<JsonNode>();
        awaited.put(id, answer);
        var text = json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        got(socket.sendText(text, true));
        var told = got(answer);
        if (told.has("error")) {
            throw new IOException(
                    method + ": " + told.path("error").path("message").asText());
        }
        return told.path("result");
    }

    private static <T> T got(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the browser does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void heard(String text) {
        try {
            var told = json.readTree(text);
            var answer = awaited.remove(told.path("id").asInt());
            if (answer != null) {
                answer.complete(told);
            }
        } catch (IOException notJson) {
            lost(notJson);
        }
    }

    private void lost(Throwable why) {
        awaited.values().forEach(answer -> answer.completeExceptionally(why));
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Hearing implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            parts.append(part);
            if (isLast) {
                heard(parts.toString());
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String why) {
            lost(new IOException("the browser closed the connection"));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable why) {
            lost(why);
        }
    }
}
