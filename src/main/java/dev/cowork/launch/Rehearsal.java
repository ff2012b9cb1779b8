package dev.cowork.launch;

import static dev.cowork.launch.Variable.COWORK_DATA_DIR;
import static dev.cowork.launch.Variable.SLACK_API_URL;
import static dev.cowork.launch.Variable.SLACK_BOT_TOKEN;
import static dev.cowork.launch.Variable.SLACK_SIGNING_SECRET;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A start for practice: with a PostgreSQL of its own that is thrown away, without Slack and Claude, and with one
/// request of each kind. Java watches and writes down what a start needs, for the [StartCache].
///
/// `rehearse` ends with 0 where each was acknowledged. Nothing of this machine's settings is used.
final class Rehearsal implements QuarkusApplication {
    private static final String SECRET = "rehearsal-signing-secret";
    private static final String NOBODY = "http://127.0.0.1:9/";
    private static final List<String> REQUESTS = List.of(
            """
            {"type":"event_callback","team_id":"TREHEARSE","event_id":"EvREHEARSE","event_time":1,
             "authorizations":[{"team_id":"TREHEARSE","user_id":"UCOWORK01","is_bot":true}],
             "event":{"type":"message","user":"UREHEARSE","channel":"CREHEARSE","ts":"1.000001","event_ts":"1.000001",
                      "text":"Is it there?"}}""",
            "payload=" + URLEncoder.encode("""
            {"type":"block_actions","trigger_id":"2.1.a","team":{"id":"TREHEARSE"},
             "user":{"id":"UREHEARSE","team_id":"TREHEARSE"},"channel":{"id":"CREHEARSE"},
             "container":{"type":"message","message_ts":"1.000001","channel_id":"CREHEARSE"},
             "message":{"type":"message","ts":"1.000001","text":"x"},
             "actions":[{"type":"button","action_id":"cowork_rehearse","block_id":"b","value":"1","action_ts":"2.000001",
                         "text":{"type":"plain_text","text":"Press"}}]}""", StandardCharsets.UTF_8),
            "command=%2Fcowork&text=help&team_id=TREHEARSE&user_id=UREHEARSE&channel_id=CREHEARSE&trigger_id=1.1.a");

    private final HttpServer http;
    private final InstantSource clock;

    Rehearsal(HttpServer http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("rehearse");
    }

    /// Has `serve` start the bot with it, and takes everything away again that it left.
    ///
    /// @return the code to end with
    static int hold(boolean isPlayground, IntSupplier serve) {
        try {
            var directory = directory();
            try (var server = OwnPostgres.start(directory, Map.of("fsync", "off"))) {
                server.ensureDatabase("cowork");
                arrange(isPlayground, directory);
                server.serveThisProcess("cowork");
                return serve.getAsInt();
            } finally {
                ServerCommand.deleteTree(directory);
            }
        } catch (IOException e) {
            throw new RefusedStartException("rehearse: no temporary directory: " + e.getMessage(), e);
        }
    }

    /// Puts what is needed in the place of everything that is set, so that nobody is called and nothing is kept.
    private static void arrange(boolean isPlayground, Path directory) {
        for (var variable : Variable.values()) {
            System.setProperty(variable.name(), "");
        }
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("quarkus.http.host", "127.0.0.1");
        System.setProperty(SLACK_SIGNING_SECRET.name(), SECRET);
        System.setProperty(COWORK_DATA_DIR.name(), directory.toString());
        if (!isPlayground) { // That one has a Slack of its own.
            System.setProperty(SLACK_BOT_TOKEN.name(), "xoxb-rehearsal");
            System.setProperty(SLACK_API_URL.name(), NOBODY);
        }
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        var door = URI.create("http://127.0.0.1:" + http.getPort() + "/");
        try (var client = HttpClient.newHttpClient()) {
            var refused = ask(client, HttpRequest.newBuilder(door.resolve("q/health/ready"))) == 200 ? 0 : 1;
            for (var body : REQUESTS) {
                refused += ask(client, signed(door.resolve("slack/events"), body)) == 200 ? 0 : 1;
            }
            return refused;
        }
    }

    private static int ask(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        var status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        System.out.println("Rehearsed: " + status);
        return status;
    }

    private HttpRequest.Builder signed(URI door, String body) {
        var at = String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(door)
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", at)
                .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(hmac("v0:" + at + ":" + body)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot compute HmacSHA256", e);
        }
    }

    /// Whoever PostgreSQL runs as may enter it.
    private static Path directory() throws IOException {
        var directory = Files.createTempDirectory("cowork-rehearsal");
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
