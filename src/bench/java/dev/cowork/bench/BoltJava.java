package dev.cowork.bench;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Bolt for Java behind the JDK's own HTTP server: checks the signature, parses, acknowledges, stores nothing. Without the
/// middleware that asks Slack who we are, so that it is as quick as it can be.
public final class BoltJava {
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private BoltJava() {}

    public static void main(String... arguments) throws IOException {
        var secret = System.getenv("SLACK_SIGNING_SECRET");
        var config = AppConfig.builder()
                .slack(Slack.getInstance())
                .signingSecret(secret)
                .allEventsApiAutoAckEnabled(true)
                .build();
        var app = new App(config, List.of(new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(secret)))));
        app.event(MessageEvent.class, (event, context) -> context.ack());
        app.command(ANY, (request, context) -> context.ack());
        app.blockAction(ANY, (request, context) -> context.ack());
        app.viewSubmission(ANY, (request, context) -> context.ack());
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var parser = new SlackRequestParser(app.config());
        server.createContext("/slack/events", exchange -> answer(app, parser, exchange));
        server.start();
        System.out.println("ready");
    }

    private static void answer(App app, SlackRequestParser parser, HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri("/slack/events")
                    .queryString(Map.of())
                    .requestBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .headers(new RequestHeaders(exchange.getRequestHeaders()))
                    .remoteAddress("127.0.0.1")
                    .build());
            var response = app.run(request);
            var body = response.getBody() == null ? new byte[0] : response.getBody().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
