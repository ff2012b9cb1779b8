package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a request is, what makes it unique, and on which lane it goes.
class ParcelTest {
    private final ParcelReader reader = new ParcelReader(new ObjectMapper());

    @Test
    void tellsTheSortsApart() {
        assertEquals(Parcel.Sort.EVENT, reader.read(Requests.event("T1", "Ev1")).sort());
        assertEquals(
                Parcel.Sort.URL_VERIFICATION,
                reader.read("{\"type\":\"url_verification\",\"challenge\":\"c\"}")
                        .sort());
        assertEquals(Parcel.Sort.COMMAND, reader.read(command("1.2.c", "help")).sort());
        assertEquals(Parcel.Sort.SSL_CHECK, reader.read("ssl_check=1&token=t").sort());
        assertEquals(
                Parcel.Sort.INTERACTION,
                reader.read(Requests.press("T1", "1.2.p", "a", "v")).sort());
    }

    @Test
    void refusesWhatSlackNeverSends() {
        for (var body : List.of(
                "",
                "  ",
                "{",
                "{}",
                "[]",
                "{\"type\":\"coffee\"}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":[]}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":7}}",
                "a=b",
                "payload=%7B",
                "payload=%ZZ",
                "payload=%22text%22",
                "{\"type\":".repeat(2_000))) {
            assertThrows(UnreadableException.class, () -> reader.read(body), body);
        }
    }

    @Test
    void keepsWhatSpeaksOfTheWholeWorkspace() {
        for (var type : List.of("app_uninstalled", "tokens_revoked")) {
            var body = "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\""
                    + type + "\"}}";

            assertEquals(
                    "T1/thread/" + type + "/event_callback",
                    reader.read(body).delivery().lane().value());
        }
    }

    @Test
    void refusesWhatHasNoPlaceToGo() {
        for (var event : List.of(
                "{\"type\":\"event_callback\",\"event_id\":\"E\",\"event\":{\"type\":\"message\"}}",
                Requests.event("T1", "E".repeat(400)),
                Requests.event("T".repeat(400), "E1"),
                Requests.event("T1", "E\\u0000"),
                Requests.event("T1", "E\\ud800"))) {
            assertThrows(UnreadableException.class, () -> reader.read(event).delivery(), event);
        }
    }

    @Test
    void oneMessageToldTwiceIsOneGesture() {
        var message = reader.read(Requests.said("T1", "Ev1", "message", "C1", "1.5", "hi"))
                .delivery();
        var mention = reader.read(Requests.said("T1", "Ev2", "app_mention", "C1", "1.5", "hi"))
                .delivery();

        assertNotEquals(message.key(), mention.key());
        assertEquals(message.gesture(), mention.gesture());
        assertTrue(message.gesture().isPresent());
    }

    @Test
    void anEditIsNoNewMessage() {
        var edit = reader.read("""
                {"type":"event_callback","team_id":"T1","event_id":"Ev3",
                 "event":{"type":"message","subtype":"message_changed","channel":"C1","ts":"1.5"}}""");

        assertFalse(edit.delivery().gesture().isPresent());
    }

    @Test
    void whatBelongsToOneThreadSharesALane() {
        var root = reader.read(Requests.said("T1", "Ev1", "message", "C1", "1.5", "hi"))
                .delivery();
        var answer = reader.read("""
                {"type":"event_callback","team_id":"T1","event_id":"Ev4",
                 "event":{"type":"message","channel":"C1","ts":"1.7","thread_ts":"1.5"}}""").delivery();
        var press = reader.read(Requests.form("payload", """
                {"type":"block_actions","trigger_id":"t","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},
                 "message":{"ts":"1.8","thread_ts":"1.5"},"actions":[{"action_id":"a"}]}""")).delivery();
        var elsewhere = reader.read(Requests.said("T1", "Ev5", "message", "C1", "1.9", "hi"))
                .delivery();

        assertEquals("T1/thread/C1/1.5", root.lane().value());
        assertEquals(root.lane(), answer.lane());
        assertEquals(root.lane(), press.lane());
        assertNotEquals(root.lane(), elsewhere.lane());
    }

    @Test
    void twoPressesOfOnePersonAreTwo() {
        var once = reader.read(Requests.press("T1", "1.2.p", "approve", "7")).delivery();
        var again = reader.read(Requests.press("T1", "1.2.p", "approve", "7")).delivery();
        var other = reader.read(Requests.press("T1", "1.2.p", "decline", "7")).delivery();

        assertEquals(once.key(), again.key());
        assertNotEquals(once.key(), other.key());
    }

    @Test
    void knowsItsOwnPostsEcho() {
        var echo = reader.read("""
                {"type":"event_callback","team_id":"T1","event_id":"Ev6","event":{"type":"message","channel":"C1","ts":"3.1",
                 "metadata":{"event_type":"cowork_out","event_payload":{"outbox_id":42}}}}""");

        assertEquals(new Parcel.OwnPost(42, "C1", "3.1"), echo.ownPost().orElseThrow());
        assertTrue(reader.read(Requests.event("T1", "E")).ownPost().isEmpty());
    }

    static String command(String trigger, String text) {
        return Requests.form(
                "team_id",
                "T1",
                "user_id",
                "U1",
                "channel_id",
                "C1",
                "command",
                "/cowork",
                "text",
                text,
                "trigger_id",
                trigger,
                "response_url",
                "http://localhost/r");
    }
}
