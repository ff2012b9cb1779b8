package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Partner;
import dev.cowork.slack.ThreadRef;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A talk over two hundred turns, through our tables and over the wire: its requests stay short, what they begin
/// with was mostly sent before, and nothing that was verified is lost.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class LongTalkTest {
    private static final int ASKED = 41;
    private static final int ASKED_AT_LAST = 9;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private StandInClaude claude;
    private Answer latest = new Answer("", List.of(), Author.CLAUDE, "", Answer.Usage.NONE, List.of());
    private int answered;
    private final Partner partner;
    private final Briefing briefing;
    private final SummingUp summing;
    private final Sessions sessions;
    private final Turns turns;
    private final Facts facts;

    LongTalkTest(Partner partner, Briefing briefing, SummingUp summing, Sessions sessions, Turns turns, Facts facts) {
        this.partner = partner;
        this.briefing = briefing;
        this.summing = summing;
        this.sessions = sessions;
        this.turns = turns;
        this.facts = facts;
    }

    @Test
    void theRequestOfTurnTwoHundredIsHardlyLongerThanThatOfTurnTwenty() {
        var workspace = new WorkspaceId(
                "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase());
        bring(workspace);
        claude.forget();
        claude.answersTo(_ -> true, LongTalkTest::answer);
        var session = QuarkusTransaction.requiringNew().call(() -> open(workspace));

        for (var turn = 1; turn <= 200; turn++) {
            take(session, turn);
        }

        var inputs = claude.requests().stream().map(LongTalkTest::input).toList();
        assertEquals(ASKED + ASKED_AT_LAST, inputs.size());
        var first = inputs.get(19).length();
        var last = inputs.getLast();
        var ratio = 1.0 * last.length() / first;
        assertTrue(ratio <= 1.3, "turn 200 is " + ratio + " times turn 20");
        var longest = 1.0 * inputs.stream().mapToInt(String::length).max().orElseThrow() / first;
        assertTrue(longest <= 1.3, "the longest is " + longest);
        for (var turn = 1; turn < 200; turn++) {
            assertTrue(last.contains("Fact " + turn + " was checked."), "fact " + turn);
        }
        assertTrue(last.contains("[decision] Sam approved 80.00 USD."), "the decision");
        assertTrue(last.contains("neighbour with a kettle"), "the tone");
        var shared = 0L;
        var all = 0L;
        for (var at = 2; at < 40; at++) {
            shared += sharedLength(inputs.get(at - 1), inputs.get(at));
            all += inputs.get(at).length();
        }
        System.getLogger("long talk")
                .log(
                        System.Logger.Level.INFO,
                        "turn 200 / turn 20: %.2f, longest: %.2f, sent before over 40 turns: %.1f %%"
                                .formatted(ratio, longest, 100.0 * shared / all));
        assertTrue(shared >= 0.9 * all, "sent before: " + 100.0 * shared / all);
        assertEquals(
                200,
                QuarkusTransaction.requiringNew()
                        .call(() -> turns.answeredIn(session).size()),
                "all are kept");
    }

    private static Said answer(JsonNode request) {
        var last = StandInClaude.lastWords(request);
        var turn = last.replaceAll("(?s).*Turn (\\d+):.*", "$1");
        return Said.message(
                text("I see. Let us look at the next thing, which the customer wrote in the meantime, and be patient."),
                tool(
                        "note_facts",
                        Map.of(
                                "facts",
                                List.of(Map.of(
                                        "standing",
                                        "verified",
                                        "statement",
                                        "Fact " + turn + " was checked.",
                                        "replaces",
                                        "",
                                        "answers",
                                        "")))));
    }

    private void take(Session session, int number) {
        var words = "Turn " + number + ": the customer wrote again and wants to know what happens next with the order. "
                + "They have been waiting since Monday and would like to hear a day.\n> When will you answer me?"
                + (number == 7 ? "\n\n[decision] Sam approved 80.00 USD." : "");
        // In the middle nobody is asked: the answer is as the latest one was.
        if (number > ASKED && number <= 200 - ASKED_AT_LAST) {
            QuarkusTransaction.requiringNew().run(() -> {
                summing.talk(session);
                keep(session, number, words);
            });
            return;
        }
        var brief =
                QuarkusTransaction.requiringNew().call(() -> briefing.answering(session, summing.talk(session), words));
        latest = partner.reply(brief, _ -> {});
        answered = number;
        QuarkusTransaction.requiringNew().run(() -> keep(session, number, words));
    }

    private void keep(Session session, int number, String words) {
        var record = latest.record()
                .replace("Turn " + answered + ":", "Turn " + number + ":")
                .replace("Fact " + answered + " was", "Fact " + number + " was");
        var turn = Turn.begin(session, number, NOON);
        turn.takeUp(words);
        turn.answer(new Answer(latest.text(), List.of(), latest.author(), record, latest.usage(), List.of()), NOON);
        turns.persist(turn);
        facts.persist(new Fact(session, Standing.VERIFIED, "Fact " + number + " was checked.", NOON));
    }

    private Session open(WorkspaceId workspace) {
        var session = Session.open(
                new NewSession(
                        workspace,
                        new MemberId("UANA00001"),
                        NewSession.Place.in(new ThreadRef("CLONG0001", "1700000000." + System.nanoTime() % 1_000_000)),
                        NewSession.TEXT,
                        false,
                        List.of(),
                        new Ticket("4711", "Kim", Optional.empty(), Optional.empty(), Optional.empty()),
                        "It began on Monday."),
                NOON);
        sessions.persist(session);
        return session;
    }

    private static void bring(WorkspaceId workspace) {
        RestAssured.given()
                .header("Authorization", "Bearer test-knowledge-key-0000")
                .contentType("text/markdown")
                .body("We sound like a neighbour with a kettle.")
                .post("/api/knowledge?path=tone.md&workspace=" + workspace)
                .then()
                .statusCode(200);
    }

    /// What the model reads, in its order, without the cache marks, which are no input.
    private static String input(JsonNode request) {
        var copy = request.deepCopy();
        List.copyOf(copy.findParents("cache_control")).forEach(node -> ((ObjectNode) node).remove("cache_control"));
        return copy.path("tools") + "\n" + copy.path("system") + "\n" + copy.path("messages");
    }

    private static int sharedLength(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
