package dev.cowork.slack;

import static dev.cowork.slack.Requests.FORM;
import static dev.cowork.slack.Requests.JSON;
import static dev.cowork.slack.Requests.SECRET;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the door does with everything that may be thrown at it.
@QuarkusTest
class IngressTest {
    @Inject
    DataSource source;

    private Database database;
    private final String workspace = Requests.unique("T");
    private final String id = Requests.unique("Ev");

    @BeforeEach
    void openDatabase() {
        database = new Database(source);
    }

    // Given a good signature

    @Test
    void keepsAnEventAndAnswersWithNothing() {
        signed(JSON, Requests.event(workspace, id)).statusCode(200).body(emptyOrNullString());

        assertEquals(1, rows());
    }

    @Test
    void keepsAnInteractionThatIsToBeWorkedOff() {
        signed(FORM, Requests.press(workspace, Requests.unique("1."), ProbePress.ID, "7"))
                .statusCode(200);

        assertEquals(1, rows());
    }

    @Test
    void takesWhatNobodyListensForAndKeepsNothing() {
        signed(FORM, Requests.press(workspace, "1.2.x", "nobody_listens", "7")).statusCode(200);
        signed(FORM, Requests.form("ssl_check", "1", "token", "t")).statusCode(200);

        assertEquals(0, rows());
    }

    @Test
    void echoesTheChallenge() {
        signed(JSON, "{\"token\":\"t\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}")
                .statusCode(200)
                .body(equalTo("3eZbrw1aB"));
    }

    // Given none

    @Test
    void refusesAForgedChallenge() {
        var body = "{\"token\":\"t\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}";

        sent(JSON, body, now(), "v0=" + "0".repeat(64)).statusCode(401);
    }

    @Test
    void refusesAMissingOrForeignSignature() {
        var body = Requests.event(workspace, id);
        var good = sign(SECRET, now(), body);
        var flipped = good.substring(0, 10) + (good.charAt(10) == 'a' ? 'b' : 'a') + good.substring(11);

        given().contentType(JSON).body(body).post("/slack/events").then().statusCode(401);
        given().contentType(JSON)
                .header("X-Slack-Signature", good)
                .body(body)
                .post("/slack/events")
                .then()
                .statusCode(401);
        sent(JSON, body, now(), "").statusCode(401);
        sent(JSON, body, now(), flipped).statusCode(401);
        sent(JSON, body, now(), good.substring(3)).statusCode(401);
        sent(JSON, body, now(), sign("another-secret-of-somebody", now(), body)).statusCode(401);
        sent(JSON, body, now(), sign("", now(), body + "x")).statusCode(401);

        assertEquals(0, rows());
    }

    @Test
    void refusesOldAndFutureTimestamps() {
        var body = Requests.event(workspace, id);
        for (var away : new long[] {-100_000, -320, 320, 100_000, 315_360_000}) {
            var at = String.valueOf(Requests.now() + away);
            sent(JSON, body, at, sign(SECRET, at, body)).statusCode(401);
        }
        for (var at : new String[] {"soon", "", "1e9", "-1", "99999999999999999999"}) {
            sent(JSON, body, at, sign(SECRET, at, body)).statusCode(401);
        }
        assertEquals(0, rows());

        var almost = String.valueOf(Requests.now() - 280);
        sent(JSON, body, almost, sign(SECRET, almost, body)).statusCode(200);
        assertEquals(1, rows());
    }

    // What is signed and still not Slack's

    @Test
    void answers400ToWhatIsNoneOfSlacksShapes() {
        for (var body : new String[] {
            "",
            " ",
            "hello",
            "{",
            "{\"type\"",
            "null",
            "\"x\"",
            "[1]",
            "{\"type\":\"event_callback\"}",
            "{\"type\":\"event_callback\",\"team_id\":\"" + workspace + "\",\"event\":{}}",
            "{\"type\":\"made_up\",\"team_id\":\"" + workspace + "\"}",
            "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
            "[".repeat(300_000),
            Requests.event(workspace, id).replace("\"t\"", "\"\0\""),
            Requests.event(workspace, "\\u0000"),
            Requests.event(workspace, "x".repeat(5_000)),
            Requests.event("\\ud83d", id)
        }) {
            signed(JSON, body).statusCode(400).body(startsWith("Th"));
        }
        for (var body : new String[] {
            "payload=",
            "payload=%7B",
            "payload=%",
            "payload=%7B%22type%22%3A%22block_actions%22%7D",
            "x=y",
            "=",
            "&&&",
            Requests.form("payload", "{\"type\":\"view_submission\",\"team\":{\"id\":\"T1\"},\"trigger_id\":\"t\"}"),
            Requests.form("payload", "{\"type\":\"block_actions\",\"team\":7,\"user\":[],\"actions\":{}}"),
            Requests.form("command", "/cowork")
        }) {
            signed(FORM, body).statusCode(400).body(startsWith("Th"));
        }
        assertEquals(0, rows());
    }

    @Test
    void refusesWhatIsTooLargeBeforeReadingIt() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST /slack/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1100000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // Not a byte of the body, and yet an answer.
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertEquals("HTTP/1.1 413", answer);
        }
    }

    @Test
    void takesNearlyAMegabyte() {
        var large = Requests.event(workspace, id).replace("\"t\"", "\"" + "x".repeat(1_000_000) + "\"");

        signed(JSON, large).statusCode(200);

        assertEquals(1, rows());
    }

    // Twice is once

    @Test
    void keepsARepeatedEventOnceAndCounts() {
        signed(JSON, Requests.event(workspace, id)).statusCode(200);
        signed(JSON, Requests.event(workspace, id)).statusCode(200);

        assertEquals(1, rows());
        assertEquals(1, database.count("select duplicates from inbox where workspace = ?", workspace));
    }

    @Test
    void keepsFourAtOnceOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            var event = Requests.event(workspace, id + round);
            atOnce(() -> signed(JSON, event).statusCode(200), 4);
        }

        assertEquals(20, rows());
        assertEquals(60, database.count("select sum(duplicates) from inbox where workspace = ?", workspace));
    }

    @Test
    void keepsAMessageToldTwoWaysOnce() {
        var ts = Requests.now() + ".000200";
        signed(JSON, Requests.said(workspace, id + "a", "message", "CNOWHERE1", ts, "hello"))
                .statusCode(200);
        signed(JSON, Requests.said(workspace, id + "b", "app_mention", "CNOWHERE1", ts, "hello"))
                .statusCode(200);

        assertEquals(
                1, database.count("select count(*) from inbox where workspace = ? and gesture is not null", workspace));
        assertEquals(
                1,
                database.count("select duplicates from inbox where workspace = ? and gesture is not null", workspace));
    }

    @Test
    void keepsAPressTwiceOnce() {
        var press = Requests.press(workspace, Requests.unique("1."), ProbePress.ID, "7");
        signed(FORM, press).statusCode(200);
        signed(FORM, press).statusCode(200);

        assertEquals(1, rows());
    }

    private long rows() {
        return database.count("select count(*) from inbox where workspace = ?", workspace);
    }

    private static void atOnce(Callable<?> deed, int times) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = pool.invokeAll(Stream.generate(() -> deed).limit(times).toList());
            for (var one : all) {
                one.get();
            }
        }
    }

    private static String now() {
        return String.valueOf(Requests.now());
    }

    private static String sign(String secret, String timestamp, String body) {
        return Requests.signature(secret.isEmpty() ? "x" : secret, timestamp, body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse signed(String type, String body) {
        var at = now();
        return sent(type, body, at, sign(SECRET, at, body));
    }

    private static ValidatableResponse sent(String type, String body, String timestamp, String signature) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs(FORM, ContentType.BINARY)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/slack/events")
                .then();
    }
}
