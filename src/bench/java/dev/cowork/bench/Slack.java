package dev.cowork.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A Slack that finds everything right.
record Slack(HttpServer server) implements AutoCloseable {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final String FINE = """
            {"ok":true,"ts":"1764.%1$09d","channel":"CBENCH","team_id":"TBENCH","user_id":"UCOWORK01","bot_id":"BCOWORK01",
             "user":{"id":"UBENCH","name":"ana","team_id":"TBENCH"},"channels":[],"messages":[],
             "message":{"ts":"1764.%1$09d"},"response_metadata":{"next_cursor":""}}""";

    static Slack open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                var answer = FINE.formatted(NUMBER.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return new Slack(server);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
