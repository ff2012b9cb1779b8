package dev.cowork.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/// An HTTP server that speaks Claude's Messages API and says what the test told it to: answers by what was asked, or
/// else one after the other from a queue. Keeps every request.
public final class StandInClaude implements AutoCloseable {
    private static final byte[] BROKEN =
            "event: content_block_delta\ndata: {\"type\":\"content_bl\n\n".getBytes(StandardCharsets.UTF_8);

    /// What an opening is taken for where the test says nothing else.
    private static final Said HARD = Said.message(
            Said.tool("sort_opening", java.util.Map.of("triggers", List.of(), "plain", false, "urgent", false)));

    private final HttpServer server;
    private volatile long arrivedAt;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Said> queue = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<JsonNode> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Served> timings = new ArrayList<>();
    private Duration betweenEvents = Duration.ZERO;
    private final List<JsonNode> sorted = new ArrayList<>();
    private Said sorting = HARD;
    private int pieceLength = 12;
    private int served;
    private boolean isForgetful;

    /// When a request came and when its answer was out, by [System#nanoTime].
    public record Served(JsonNode request, long came, long went) {}

    private record Rule(Predicate<String> lastWords, Function<JsonNode, Said> answer) {}

    public StandInClaude() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new IllegalStateException("no port is free on this machine", broken);
        }
        server.setExecutor(threads);
        server.createContext("/v1/messages", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Puts a message at the end of the queue.
    public StandInClaude answers(Said.Part... parts) {
        return answers(Said.message(parts));
    }

    public synchronized StandInClaude answers(Said said) {
        queue.add(said);
        return this;
    }

    /// When the latest request began to arrive, by [System#nanoTime]. Its end comes up to 40 ms later where both
    /// sides of a line without TLS wait for each other.
    public long arrivedAt() {
        return arrivedAt;
    }

    /// Says this whenever the last words of the user contain the text; goes before the queue, the latest rule first.
    public StandInClaude answersTo(String text, Said said) {
        return answersTo(words -> words.contains(text), _ -> said);
    }

    public synchronized StandInClaude answersTo(Predicate<String> lastWords, Function<JsonNode, Said> answer) {
        rules.addFirst(new Rule(lastWords, answer));
        return this;
    }

    /// What every opening is taken for from now on. Such requests are no part of the talk: they are kept apart, and no
    /// rule and nothing of the queue answers them.
    public synchronized StandInClaude sortsOpeningsAs(Said said) {
        sorting = said;
        return this;
    }

    /// The requests to sort an opening.
    public synchronized List<JsonNode> sortings() {
        return List.copyOf(sorted);
    }

    /// How long to wait between two events of a stream.
    public synchronized StandInClaude takesBetweenEvents(Duration length) {
        betweenEvents = length;
        return this;
    }

    /// Keeps no requests, for a long run.
    public synchronized StandInClaude remembersNothing() {
        isForgetful = true;
        return this;
    }

    /// How many characters go into one delta.
    public synchronized StandInClaude speaksInPiecesOf(int characters) {
        pieceLength = characters;
        return this;
    }

    /// Forgets answers and requests, for the next test.
    public synchronized void forget() {
        queue.clear();
        rules.clear();
        requests.clear();
        bodies.clear();
        timings.clear();
        betweenEvents = Duration.ZERO;
        sorted.clear();
        sorting = HARD;
    }

    public synchronized List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /// The requests as they came over the wire.
    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    private synchronized void served(Served one) {
        if (!isForgetful) {
            timings.add(one);
        }
    }

    /// The requests that were answered to the end, in the order in which they were.
    public synchronized List<Served> timings() {
        return List.copyOf(timings);
    }

    private synchronized int served() {
        return served;
    }

    public JsonNode lastRequest() {
        return requests().getLast();
    }

    /// The requests of the talk in which the words were said. What an earlier test left may be asked about meanwhile.
    public List<JsonNode> requestsOf(String words) {
        return requests().stream()
                .filter(request -> request.path("messages").toString().contains(words))
                .toList();
    }

    public JsonNode lastRequestOf(String words) {
        return requestsOf(words).getLast();
    }

    /// Every text of the request's last message, tool results left out.
    public static String lastWords(JsonNode request) {
        var messages = request.path("messages");
        var content = messages.path(messages.size() - 1).path("content");
        if (content.isTextual()) {
            return content.asText();
        }
        var texts = new ArrayList<String>();
        content.forEach(block -> {
            if (block.path("type").asText().equals("text")) {
                texts.add(block.path("text").asText());
            }
        });
        return String.join("\n", texts);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            arrivedAt = System.nanoTime();
            var came = System.nanoTime();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = Wire.JSON.readTree(body);
            var said = next(request, body);
            answer(exchange, request, hasKey(exchange) ? said : Said.badKey());
            served(new Served(request, came, System.nanoTime()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// The API takes a key in either header.
    private static boolean hasKey(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return headers.containsKey("x-api-key") || headers.containsKey("Authorization");
    }

    private synchronized Said next(JsonNode request, String body) {
        served++;
        if (isSorting(request)) {
            if (!isForgetful) {
                sorted.add(request);
            }
            return sorting;
        }
        if (!isForgetful) {
            requests.add(request);
            bodies.add(body);
        }
        var words = lastWords(request);
        for (var rule : rules) {
            if (rule.lastWords.test(words)) {
                return rule.answer.apply(request);
            }
        }
        return queue.isEmpty() ? Said.message(Said.text("The stand-in was not told what to say.")) : queue.remove();
    }

    private static boolean isSorting(JsonNode request) {
        return request.path("tool_choice").path("name").asText().equals("sort_opening");
    }

    private void answer(HttpExchange exchange, JsonNode request, Said said) throws IOException, InterruptedException {
        var model = request.path("model").asText();
        switch (said.fault()) {
            case Said.Fault.Status(int status, var headers, String body) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                send(exchange, status, body);
            }
            case Said.Fault.Hang() -> closing.await(1, TimeUnit.MINUTES);
            default -> {
                if (request.path("stream").asBoolean()) {
                    var pause = isSorting(request) ? Duration.ZERO : pauseBetweenEvents();
                    stream(exchange, said, Wire.events(said, model, served(), pieceLength), pause);
                } else {
                    send(exchange, 200, Wire.whole(said, model, served()));
                }
            }
        }
    }

    private synchronized Duration pauseBetweenEvents() {
        return betweenEvents;
    }

    private void stream(HttpExchange exchange, Said said, List<Wire.Event> events, Duration pause)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        for (var at = 0; at < events.size(); at++) {
            if (breaks(said.fault(), at, out)) {
                return;
            }
            out.write(events.get(at).written().getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (pause.isPositive()) {
                Thread.sleep(pause);
            }
        }
        out.close();
    }

    /// Whether the stream ends here, in the way of its fault.
    private boolean breaks(Said.Fault fault, int at, OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case Said.Fault.Idle(int events) when events == at -> closing.await(1, TimeUnit.MINUTES);
            case Said.Fault.Cut(int events) when events == at -> {
                // Leaving without closing the body breaks the connection, as a fallen network does.
            }
            case Said.Fault.Malformed(int events)
            when events == at -> {
                out.write(BROKEN);
                out.flush();
                out.close();
            }
            case Said.Fault.ErrorEvent(int events, String type)
            when events == at -> {
                var data = Wire.error(type, "", type);
                out.write(new Wire.Event("error", data).written().getBytes(StandardCharsets.UTF_8));
                out.close();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.getResponseHeaders().set("request-id", "req_standin");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
