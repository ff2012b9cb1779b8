package dev.cowork.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The Web API over HTTP, with its bad days: answers that are lost, errors before and after the deed, limits.
final class SlackServer implements AutoCloseable {
    static final String TOKEN = "xoxb-chaos-0001";

    /// How it feels. Each share is of a hundred calls.
    record Mood(int losesAnswers, int losesCalls, int fails, int failsAfterTheDeed, int limits) {
        static final Mood GOOD = new Mood(0, 0, 0, 0, 0);
        static final Mood USUAL = new Mood(1, 1, 1, 1, 1);
        static final Mood DOWN = new Mood(0, 0, 100, 0, 0);
        static final Mood FORGETFUL = new Mood(40, 10, 0, 20, 0);
        static final Mood BUSY = new Mood(0, 0, 0, 0, 60);
    }

    /// In nanoseconds.
    private record Limit(long told, long until) {}

    private final HttpServer server;
    private final World world;
    private final Random random;
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();
    private final AtomicInteger disobeyed = new AtomicInteger();
    private volatile Mood mood = Mood.GOOD;

    SlackServer(World world, Random random) throws IOException {
        this.world = world;
        this.random = random;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    void feels(Mood now) {
        mood = now;
    }

    /// Calls that came although the method was told to wait.
    int disobeyed() {
        return disobeyed.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
            var fields = fields(exchange);
            if (method.equals("oauth.v2.access")) {
                send(exchange, 200, World.installed(fields.getOrDefault("code", "")));
                return;
            }
            var token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .map(it -> it.replaceFirst("^Bearer ", ""))
                    .orElse(fields.getOrDefault("token", ""));
            if (!token.startsWith(TOKEN)) {
                send(exchange, 200, World.no("invalid_auth"));
                return;
            }
            fields.put("token", token);
            answer(exchange, method, fields);
        }
    }

    private void answer(HttpExchange exchange, String method, Map<String, String> fields) throws IOException {
        checkPatience(method, fields);
        var now = mood;
        var dice = roll();
        if (dice < now.losesCalls()) {
            return; // The connection just ends.
        }
        dice -= now.losesCalls();
        if (dice < now.fails()) {
            send(exchange, 503, World.no("service_unavailable"));
            return;
        }
        dice -= now.fails();
        if (dice < now.limits() && !method.equals("auth.test")) {
            limit(exchange, method, fields);
            return;
        }
        dice -= now.limits();
        var answer = world.answer(method, fields);
        if (dice < now.losesAnswers()) {
            return;
        }
        dice -= now.losesAnswers();
        if (dice < now.failsAfterTheDeed()) {
            send(exchange, 200, World.no("internal_error"));
            return;
        }
        send(exchange, 200, answer);
    }

    private synchronized int roll() {
        return random.nextInt(100);
    }

    private void limit(HttpExchange exchange, String method, Map<String, String> fields) throws IOException {
        var seconds = 1 + roll() % 4;
        var now = System.nanoTime();
        limits.put(bucket(method, fields), new Limit(now, now + seconds * 1_000_000_000L));
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
        send(exchange, 429, World.no("ratelimited"));
    }

    /// A call that was on its way already when the limit was told is no disobedience.
    private void checkPatience(String method, Map<String, String> fields) {
        var limit = limits.get(bucket(method, fields));
        var now = System.nanoTime();
        var isEarly = limit != null && now > limit.told() + 1_000_000_000L && now < limit.until() - 200_000_000L;
        if (isEarly && method.matches("chat\\.(postMessage|update|startStream|stopStream)")) {
            disobeyed.incrementAndGet();
        }
    }

    private static String bucket(String method, Map<String, String> fields) {
        return method.equals("chat.postMessage") ? method + fields.get("channel") : method;
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
