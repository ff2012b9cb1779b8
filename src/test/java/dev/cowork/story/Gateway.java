package dev.cowork.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands before several processes of the bot: takes what Slack sends and passes it to them in turn, to the next
/// one where one is not there.
final class Gateway implements AutoCloseable {
    private static final Set<String> OURS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final HttpServer server;
    private final List<URI> bots = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Gateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/slack/events", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events";
    }

    void add(URI bot) {
        bots.add(bot);
    }

    void remove(URI bot) {
        bots.remove(bot);
    }

    private void pass(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        for (var left = bots.size(); left > 0; left--) {
            var bot = bots.get(Math.floorMod(turn.getAndIncrement(), bots.size()));
            try {
                answer(exchange, ask(exchange, bot, body));
                return;
            } catch (IOException notThere) {
                // The next one then: nothing says that this one has stored it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, URI bot, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(bot.resolve("slack/events"))
                .timeout(Duration.ofSeconds(3))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OURS.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> from) throws IOException {
        from.headers()
                .firstValue("content-type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        var length = from.body().length;
        exchange.sendResponseHeaders(from.statusCode(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(from.body());
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
