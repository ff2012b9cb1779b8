package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.Eventually;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A proposal's whole way through the local Slack: both cards, every button, every modal.
@QuarkusTest
class ApprovalStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WorkspaceId WORKSPACE = new WorkspaceId("TPLAY0001");
    private static final String SUPPORT = "CSUPPORT1";
    private static final String APPROVALS = "CAPPROVE1";
    private static final String ANA = "UANA00001";
    private static final String NOA = "UNOA00001";
    private static final String SAM = "USAM00001";
    private static final String MIA = "UMIA00001";

    @Inject
    Proposing proposing;

    private String ticket = "";
    private String thread = "";

    @BeforeEach
    void writesATicket() {
        ticket = "Ticket " + UUID.randomUUID();
        thread = act("message", Map.of("user", ANA, "channel", SUPPORT, "text", ticket))
                .path("ts")
                .asText();
        if (thread.isEmpty()) {
            thread = message(SUPPORT, ANA, it -> it.path("text").asText().equals(ticket))
                    .path("ts")
                    .asText();
        }
    }

    @Test
    void aSupervisorApprovesAndBothCardsSayIt() {
        propose("150 USD");

        press(SAM, "Approve");

        assertFalse(settled(SAM, "Approved by <@" + SAM + ">").toString().contains("\"button\""));
        assertTrue(inThread("Approved by <@" + SAM + ">").toString().contains("Refund · $150.00"));
    }

    @Test
    void nobodyElseApprovesAndOnlyTheyAreTold() {
        propose("150 USD");

        press(ANA, "Approve");
        press(NOA, "Approve");

        assertTrue(whisper(ANA).toString().contains("You asked for this"));
        assertTrue(whisper(NOA).toString().contains("Only a supervisor may decide this"));
        assertTrue(card(SAM).toString().contains("\"button\""));
        assertFalse(whispered(SAM).isPresent());
    }

    @Test
    void nobodyElseIsShownTheModalOfDecline() {
        propose("150 USD");

        press(NOA, "Decline");

        assertTrue(whisper(NOA).toString().contains("Only a supervisor may decide this"));
        assertEquals(0, state(NOA).path("modals").size());
    }

    @Test
    void decliningNeedsAReasonThatTheThreadThenShows() {
        propose("150 USD");

        press(SAM, "Decline");
        var refused = submit(SAM, Map.of("reason", "   "));
        assertTrue(refused.at("/errors/reason").isTextual(), refused::toString);
        submitted(SAM, Map.of("reason", "Twice this month already"));

        settled(SAM, "Declined by <@" + SAM + ">");
        inThread("Twice this month already");
    }

    @Test
    void approvesWithChanges() {
        propose("150 USD");

        press(SAM, "Approve with changes");
        var unchanged = submit(SAM, Map.of("amount", "150"));
        assertTrue(unchanged.toString().contains("Nothing is changed yet"), unchanged::toString);
        var wrong = submit(SAM, Map.of("amount", "a bit"));
        assertTrue(wrong.toString().contains("Write an amount such as 150"), wrong::toString);
        submitted(SAM, Map.of("amount", "90.50", "condition", "Once only"));

        var card = settled(SAM, "Approved with changes (Refund · $90.50) by <@" + SAM + ">");
        assertTrue(card.toString().contains("Once only"));
    }

    @Test
    void aSecondPersonIsNeededAboveTheLimit() {
        propose("1500 USD");

        press(SAM, "Approve");
        settled(SAM, "One approval is there");
        press(MIA, "Approve");

        settled(MIA, "Approved by <@" + MIA + ">");
    }

    @Test
    void aQuestionComesToTheThreadAndItsAnswerBack() {
        propose("150 USD");

        press(SAM, "Ask");
        submitted(SAM, Map.of("question", "Is there a photo?"));
        var question = inThread("proposal_answer");
        pressOn(ANA, SUPPORT, question, "Reply");
        submitted(ANA, Map.of("answer", "Yes, three of them"));

        settled(SAM, "Yes, three of them");
        assertTrue(card(SAM).toString().contains("\"button\""), "it still waits");
    }

    @Test
    void aQuestionThatWasOvertakenByTheDecisionNeedsNoAnswer() {
        propose("150 USD");
        press(SAM, "Ask");
        submitted(SAM, Map.of("question", "Is there a photo?"));
        var question = inThread("proposal_answer");

        press(MIA, "Approve");

        inThread("Is there a photo?", "Nobody answered, and it was decided meanwhile.");
        assertFalse(inThread("Is there a photo?").toString().contains("proposal_answer"));
        assertTrue(question.toString().contains("proposal_answer"), "it could be answered before");
    }

    private void propose(String amount) {
        var ask = new Ask.Compensation(
                Ask.Kind.REFUND, AuthorityMatrixTest.money(amount), "Arrived damaged twice, " + ticket);
        var wanted = new NewProposal(
                WORKSPACE,
                new ThreadRef(SUPPORT, thread),
                UUID.randomUUID().toString(),
                new MemberId(ANA),
                Set.of(new MemberId(ANA)),
                ask,
                Optional.empty(),
                Circumstances.USUAL,
                "",
                UUID.randomUUID().toString());
        QuarkusTransaction.requiringNew().run(() -> proposing.propose(wanted));
    }

    private void press(String user, String label) {
        pressOn(user, APPROVALS, card(user), label);
    }

    private static void pressOn(String user, String channel, JsonNode message, String label) {
        var ts = message.path("ts").asText();
        var done = act("press", Map.of("user", user, "channel", channel, "message_ts", ts, "label", label));
        assertTrue(done.path("ok").asBoolean(), done::toString);
    }

    private JsonNode card(String user) {
        return message(APPROVALS, user, it -> it.toString().contains(ticket));
    }

    private JsonNode settled(String user, String words) {
        return message(
                APPROVALS,
                user,
                it -> withoutReplies(it).contains(ticket) && withoutReplies(it).contains(words));
    }

    private JsonNode inThread(String... words) {
        return message(
                SUPPORT,
                ANA,
                it -> it.path("thread_ts").asText().equals(thread)
                        && List.of(words).stream().allMatch(withoutReplies(it)::contains));
    }

    private JsonNode whisper(String user) {
        return message(APPROVALS, user, it -> it.path("is_ephemeral").asBoolean());
    }

    private Optional<JsonNode> whispered(String user) {
        return find(APPROVALS, user, it -> it.path("is_ephemeral").asBoolean());
    }

    private static String withoutReplies(JsonNode message) {
        return message.path("blocks").toString();
    }

    private static void submitted(String user, Map<String, String> values) {
        var done = submit(user, values);
        assertTrue(done.path("ok").asBoolean(), done::toString);
    }

    /// The bot opens a form beside its acknowledgement, so it may come a moment later.
    private static JsonNode submit(String user, Map<String, String> values) {
        Eventually.is(
                "a form opens",
                () -> !read(RestAssured.given()
                                .queryParam("user", user)
                                .get("/playground/state")
                                .asString())
                        .path("modals")
                        .isEmpty());
        return act("submit", Map.of("user", user, "values", values));
    }

    private static JsonNode act(String deed, Map<String, ?> wish) {
        return read(RestAssured.given()
                .contentType("application/json")
                .body(wish)
                .post("/playground/do/" + deed)
                .asString());
    }

    private static JsonNode state(String user) {
        return read(RestAssured.get("/playground/state?user=" + user).asString());
    }

    private static JsonNode message(String channel, String user, Predicate<JsonNode> wanted) {
        for (var tries = 0; tries < 200; tries++) {
            var found = find(channel, user, wanted);
            if (found.isPresent()) {
                return found.orElseThrow();
            }
            pause();
        }
        throw new AssertionError(
                "no such message for " + user + " in " + state(user).path("channels"));
    }

    private static Optional<JsonNode> find(String channel, String user, Predicate<JsonNode> wanted) {
        return StreamSupport.stream(state(user).path("channels").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(channel))
                .flatMap(one -> StreamSupport.stream(one.path("messages").spliterator(), false))
                .flatMap(one -> Stream.concat(
                        Stream.of(one), StreamSupport.stream(one.path("replies").spliterator(), false)))
                .filter(wanted)
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
