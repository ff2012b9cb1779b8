package dev.cowork.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A team with no public address: the same work over a socket that the bot opens itself.
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketModeStory {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path home;

    private final SocketSlack slack = new SocketSlack();
    private Program program;
    private WebSocket connection;

    @BeforeAll
    void start() throws Exception {
        Needed.program();
        program = Program.start(
                home,
                Program.freePort(),
                Map.of(
                        "SLACK_API_URL", slack.url(),
                        "SLACK_BOT_TOKEN", "xoxb-socket",
                        "SLACK_APP_TOKEN", "xapp-socket"));
        connection = slack.socket().connected().poll(20, TimeUnit.SECONDS);
        assertNotNull(connection, "the bot opened no socket");
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.kill();
        }
        slack.close();
    }

    @BeforeEach
    void forget() {
        slack.socket().heard().clear();
        slack.posts().clear();
    }

    @Test
    void aCommandIsAcknowledgedAndOpensASession() throws Exception {
        send("slash_commands", "env-1", command("The parcel is lost and the customer is furious.", "tr-1"));

        assertEquals("env-1", acknowledgement().path("envelope_id").asText());
        var card = slack.posts().poll(10, TimeUnit.SECONDS);
        assertNotNull(card, "no case card was posted");
        assertTrue(card.get("blocks").contains("The parcel is lost"), card.get("blocks"));
    }

    @Test
    void helpComesBackInTheAcknowledgement() throws Exception {
        send("slash_commands", "env-2", command("help", "tr-2"));

        var answer = acknowledgement();
        assertEquals("env-2", answer.path("envelope_id").asText());
        assertEquals("ephemeral", answer.at("/payload/response_type").asText());
        assertTrue(answer.at("/payload/text").asText().contains("/cowork quick"), answer.toString());
    }

    @Test
    void whatIsSentTwiceIsDoneOnce() throws Exception {
        send("slash_commands", "env-3", command("A second lost parcel.", "tr-3"));
        send("slash_commands", "env-4", command("A second lost parcel.", "tr-3"));

        assertTrue(List.of("env-3", "env-4")
                .contains(acknowledgement().path("envelope_id").asText()));
        assertTrue(List.of("env-3", "env-4")
                .contains(acknowledgement().path("envelope_id").asText()));
        var cards = 0;
        var more = slack.posts().poll(10, TimeUnit.SECONDS);
        while (more != null) {
            cards += more.get("thread_ts") == null && more.toString().contains("A second lost parcel") ? 1 : 0;
            more = slack.posts().poll(2, TimeUnit.SECONDS);
        }
        assertEquals(1, cards);
    }

    private JsonNode acknowledgement() throws InterruptedException {
        var answer = slack.socket().heard().poll(10, TimeUnit.SECONDS);
        assertNotNull(answer, "the envelope was not acknowledged");
        return answer;
    }

    private void send(String type, String envelope, Map<String, String> payload) throws Exception {
        connection.send(JSON.writeValueAsString(
                Map.of("type", type, "envelope_id", envelope, "accepts_response_payload", true, "payload", payload)));
    }

    private static Map<String, String> command(String text, String trigger) {
        return Map.of(
                "command", "/cowork",
                "text", text,
                "user_id", "U0AGENT",
                "team_id", "T0SOCKET",
                "channel_id", "C0SUPPORT",
                "trigger_id", trigger,
                "response_url", "http://127.0.0.1:9/none");
    }
}
