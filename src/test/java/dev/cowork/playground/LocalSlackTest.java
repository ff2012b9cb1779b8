package dev.cowork.playground;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.AnotherApplication;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The local Slack against a bot that is nothing but an HTTP server: what it sends, and what it answers.
@QuarkusTest
@TestProfile(AnotherApplication.class)
class LocalSlackTest {
    private static final String MODAL = """
            {"type":"modal","title":{"type":"plain_text","text":"Ask"},"submit":{"type":"plain_text","text":"Go"},
             "blocks":[{"type":"input","block_id":"why","label":{"type":"plain_text","text":"Why"},
                        "element":{"type":"plain_text_input","action_id":"w"}}]}""";

    @BeforeEach
    void onTheFirstDay() {
        given().post("/playground/reset").then().statusCode(200);
        given().contentType(ContentType.JSON)
                .body("{\"streaming\":true,\"enabled\":false}")
                .put("/playground/limits");
        ListeningBot.forget();
    }

    @Test
    void signsACommandAndGivesItAModalOnce() {
        act("command", "{'user':'UANA00001','channel':'support','text':'/cowork parcel lost'}")
                .body("ok", equalTo(true));

        ListeningBot.Heard heard = ListeningBot.heard().getFirst();
        assertEquals(
                Signature.of("playground-signing-secret-0000", heard.timestamp(), heard.body()), heard.signature());
        ObjectNode fields = Call.form(heard.body());
        assertEquals("parcel lost", Json.text(fields, "text"));
        String trigger = Json.text(fields, "trigger_id");
        call("views.open", open(trigger)).body("ok", equalTo(true));
        call("views.open", open(trigger)).body("error", equalTo("exchanged_trigger_id"));
        seenBy("UANA00001").body("modals.title.text", contains("Ask"));
        seenBy("USAM00001").body("modals", hasSize(0));
    }

    @Test
    void asksForWhatIsMissingBeforeItAsksTheBot() {
        act("command", "{'user':'UANA00001','channel':'support','text':'/cowork'}");
        String trigger = Json.text(Call.form(ListeningBot.heard().getFirst().body()), "trigger_id");
        call("views.open", open(trigger));
        ListeningBot.forget();

        act("submit", "{'user':'UANA00001','values':{}}")
                .body("errors.why", equalTo("Please complete this required field."));
        assertEquals(List.of(), ListeningBot.heard());

        ListeningBot.answers(200, "{\"response_action\":\"errors\",\"errors\":{\"why\":\"Say more.\"}}");
        act("submit", "{'user':'UANA00001','values':{'Why':'x'}}").body("errors.why", equalTo("Say more."));

        ListeningBot.answers(200, "");
        act("submit", "{'user':'UANA00001'}").body("ok", equalTo(true));
        seenBy("UANA00001").body("modals", hasSize(0));
    }

    @Test
    void sendsAnEventAgainUntilItIsTaken() {
        ListeningBot.answersOnce(500);

        act("message", "{'user':'UANA00001','channel':'support','text':'hello @cowork'}")
                .body("ok", equalTo(true));

        List<ListeningBot.Heard> heard = ListeningBot.awaited(3);
        assertEquals(1, heard.stream().filter(one -> one.retry().equals("1")).count());
        assertEquals(
                1,
                heard.stream().filter(one -> one.body().contains("app_mention")).count());
    }

    @Test
    void streamsAndRefusesWhatDoesNotFitTheState() {
        String root = call("chat.postMessage", "{'channel':'CSUPPORT1','text':'case'}")
                .extract()
                .path("ts");
        String start = "{'channel':'CSUPPORT1','thread_ts':'" + root + "'";
        call("chat.startStream", start + "}").body("error", equalTo("missing_recipient_user_id"));
        String ts = call(
                        "chat.startStream",
                        start + ",'recipient_user_id':'UANA00001','recipient_team_id':'TPLAY0001','markdown_text':'a'}")
                .extract()
                .path("ts");
        String live = "{'channel':'CSUPPORT1','ts':'" + ts + "'";

        call("chat.update", live + ",'text':'x'}").body("error", equalTo("streaming_state_conflict"));
        call("chat.appendStream", live + ",'markdown_text':'b'}").body("ok", equalTo(true));
        call("chat.stopStream", live + "}").body("message.text", equalTo("ab"));
        call("chat.appendStream", live + ",'markdown_text':'c'}")
                .body("error", equalTo("message_not_in_streaming_state"));
        seenBy("UANA00001").body("sessions.status", contains("active"));
    }

    @Test
    void whispersToOnePersonOnly() {
        call("chat.postEphemeral", "{'channel':'CSUPPORT1','user':'UANA00001','text':'just you'}");

        String texts = "channels.find { it.id == 'CSUPPORT1' }.messages.text";
        seenBy("UANA00001").body(texts, contains("just you"));
        seenBy("USAM00001").body(texts, hasSize(0));
        call("conversations.history", "{'channel':'CSUPPORT1'}").body("messages", hasSize(0));
    }

    @Test
    void goesWrongAsOrdered() {
        order("faults", "{'method':'chat.postMessage','ratelimited':true,'retry_after':7}");
        call("chat.postMessage", 429, "{'channel':'CSUPPORT1','text':'x'}").header("Retry-After", equalTo("7"));
        call("chat.postMessage", "{'channel':'CSUPPORT1','text':'x'}").body("ok", equalTo(true));

        given().contentType(ContentType.JSON).body("{\"streaming\":false}").put("/playground/limits");
        call("chat.startStream", "{'channel':'CSUPPORT1'}").body("error", equalTo("unknown_method"));
        given().get("/playground/calls").then().body("calls.method", hasItem("chat.startStream"));
    }

    @Test
    void answersThisMachineOnly() {
        given().header("Origin", "https://elsewhere.example")
                .get("/playground")
                .then()
                .statusCode(403);
        given().get("/playground").then().statusCode(200);
        given().get("/playground/assets/lib/marked.js").then().statusCode(200);
    }

    private static String open(String trigger) {
        return "{'trigger_id':'" + trigger + "','view':" + MODAL + "}";
    }

    private static ValidatableResponse act(String deed, String wish) {
        return order("do/" + deed, wish);
    }

    private static ValidatableResponse order(String path, String wish) {
        return given().contentType(ContentType.JSON)
                .body(wish.replace('\'', '"'))
                .post("/playground/" + path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse call(String method, String arguments) {
        return call(method, 200, arguments);
    }

    private static ValidatableResponse call(String method, int status, String arguments) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer xoxb-playground")
                .body(arguments.replace('\'', '"'))
                .post("/playground/api/" + method)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse seenBy(String user) {
        return given().get("/playground/state?user=" + user).then().statusCode(200);
    }
}
