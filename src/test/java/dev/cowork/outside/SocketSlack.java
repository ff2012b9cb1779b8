package dev.cowork.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/// A Slack in Socket Mode: hands out a socket's address and sends envelopes over it.
final class SocketSlack implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer api;
    private final Socket socket = new Socket();
    private final BlockingQueue<Map<String, String>> posts = new LinkedBlockingQueue<>();
    private final AtomicInteger last = new AtomicInteger();

    SocketSlack() {
        try {
            api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        api.createContext("/api/", this::serve);
        api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        api.start();
        socket.start();
    }

    String url() {
        return "http://127.0.0.1:" + api.getAddress().getPort() + "/api/";
    }

    Socket socket() {
        return socket;
    }

    /// What was posted with `chat.postMessage`, in order.
    BlockingQueue<Map<String, String>> posts() {
        return posts;
    }

    @Override
    public void close() {
        api.stop(0);
        try {
            socket.stop(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = JSON.writeValueAsBytes(answer(method, body));
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private Map<String, Object> answer(String method, String body) {
        return switch (method) {
            case "apps.connections.open" ->
                Map.of("ok", true, "url", "ws://127.0.0.1:" + socket.getPort() + "/link?ticket=1");
            case "auth.test" -> Map.of("ok", true, "user_id", "U0BOT", "team_id", "T0SOCKET");
            case "chat.postMessage" -> {
                posts.add(fields(body));
                yield Map.of("ok", true, "channel", "C0SUPPORT", "ts", "1790000000.00000" + last.incrementAndGet());
            }
            default -> Map.of("ok", false, "error", "unknown_method");
        };
    }

    private static Map<String, String> fields(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /// The socket's server side.
    static final class Socket extends WebSocketServer {
        private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<WebSocket> connected = new LinkedBlockingQueue<>();

        Socket() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
        }

        /// What the bot sent back, in order.
        BlockingQueue<JsonNode> heard() {
            return heard;
        }

        /// Every connection the bot opened, in order.
        BlockingQueue<WebSocket> connected() {
            return connected;
        }

        @Override
        public void onOpen(WebSocket connection, ClientHandshake handshake) {
            connection.send("{\"type\":\"hello\",\"num_connections\":1}");
            connected.add(connection);
        }

        @Override
        public void onMessage(WebSocket connection, String message) {
            try {
                heard.add(JSON.readTree(message));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void onClose(WebSocket connection, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket connection, Exception problem) {}

        @Override
        public void onStart() {}
    }
}
