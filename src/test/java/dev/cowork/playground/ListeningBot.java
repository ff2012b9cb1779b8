package dev.cowork.playground;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cowork.AnotherApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A bot that writes down what it hears and answers as it is told.
final class ListeningBot {
    record Heard(String body, String signature, long timestamp, String retry) {}

    private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
    private static final AtomicInteger FAILING = new AtomicInteger();
    private static volatile int status = 200;
    private static volatile String answer = "";
    private static volatile HttpServer server;

    private ListeningBot() {}

    static void forget() {
        listen();
        HEARD.clear();
        FAILING.set(0);
        answers(200, "");
    }

    static void answers(int withStatus, String body) {
        status = withStatus;
        answer = body;
    }

    static void answersOnce(int failure) {
        FAILING.set(failure);
    }

    static List<Heard> heard() {
        return List.copyOf(HEARD);
    }

    /// Waits until so many things were heard, five seconds at the most.
    static List<Heard> awaited(int count) {
        for (int i = 0; i < 100 && HEARD.size() < count; i++) {
            LockSupport.parkNanos(50_000_000);
        }
        return heard();
    }

    private static synchronized void listen() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), AnotherApplication.elsewhere()), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.createContext("/slack/events", ListeningBot::hear);
        server.start();
    }

    private static void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        HEARD.add(new Heard(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                headers.getFirst("X-Slack-Signature"),
                Long.parseLong(headers.getFirst("X-Slack-Request-Timestamp")),
                Optional.ofNullable(headers.getFirst("X-Slack-Retry-Num")).orElse("0")));
        int failure = FAILING.getAndSet(0);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(failure == 0 ? status : failure, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
