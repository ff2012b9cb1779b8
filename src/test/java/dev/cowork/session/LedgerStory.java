package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is known, how surely, and what is still to be asked.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class LedgerStory {
    private StandInClaude claude;

    @BeforeEach
    void forget() {
        claude.forget();
    }

    @Test
    void thePartnerMovesFactsAndKeepsItsCausesInOrder() {
        claude.answersTo(
                "cannot log in, ledger",
                Said.message(
                        text("Let's see."),
                        facts(
                                fact("customer_said", "They tried two devices", ""),
                                fact("unknown", "Whether the account is locked", "")),
                        causes("The mail address is misspelt", "The account is locked")));
        claude.answersTo(
                "it is active",
                Said.message(
                        text("So it is not that."),
                        facts(
                                fact("verified", "The account is active", "Whether the account is locked"),
                                fact("ruled_out", "The account is locked", "")),
                        causes("They log in at the wrong site", "The mail address is misspelt")));
        var it = Case.opened("cannot log in, ledger");
        it.shows("Let's see.");
        it.cardShows("1. The mail address is misspelt · check: Look");
        it.cardShows("*Unknown*\\n• Whether the account is locked");

        it.says("it is active");
        it.shows("So it is not that.");

        it.cardShows("1. They log in at the wrong site");
        it.cardShows("2. The mail address is misspelt");
        var card = it.card().toString();
        assertTrue(card.contains("*Verified*\\n• The account is active"), card);
        assertTrue(card.contains("*Ruled out*\\n• The account is locked"), card);
        assertFalse(card.contains("Whether the account is locked"), card);
        assertTrue(claude.lastRequestOf("cannot log in, ledger")
                .toString()
                .contains("[Still unknown: Whether the account is locked]"));
    }

    @Test
    void theAgentCorrectsTheFactsWithAPressAndTakesItBack() {
        claude.answersTo(
                "a fact to correct",
                Said.message(
                        text("Noted."),
                        facts(
                                fact("assumed", "It was our mistake", ""),
                                fact("customer_said", "Paid $300", ""),
                                fact("customer_said", "Lives in Rome", ""))));
        claude.answersTo("what now", Said.message(text("Then we write.")));
        var it = Case.opened("a fact to correct");
        it.cardShows("• Paid $300");

        it.pressesCard("Correct facts");
        var fields = fields(it.modal());
        var wrong =
                it.submits(Map.of(fields.get(0), "paid $300.", fields.get(1), "verified", "standing:new", "verified"));
        assertTrue(wrong.toString().contains("This is said above already."), wrong.toString());
        assertTrue(wrong.toString().contains("Write the fact."), wrong.toString());
        it.submits(Map.of(
                fields.get(0),
                "Paid $250",
                fields.get(1),
                "verified",
                fields.get(2),
                "",
                fields.get(3),
                "customer_said",
                fields.get(4),
                "Lives in Rome",
                fields.get(5),
                "remove",
                "words:new",
                "Carrier admits it",
                "standing:new",
                "verified"));

        var note = it.shows("corrected the facts:");
        it.cardShows("• Carrier admits it");
        assertTrue(
                it.card().toString().contains("*Verified*\\n• Paid $250"),
                it.card().toString());
        assertFalse(it.card().toString().contains("Rome"), it.card().toString());
        it.says("what now").shows("Then we write.");
        assertTrue(claude.lastRequestOf("a fact to correct")
                .toString()
                .contains("corrected the facts; this is how they stand now"));

        it.presses(note, "Take back");
        it.cardShows("• Lives in Rome");
        assertTrue(
                it.card().toString().contains("*Assumed*\\n• It was our mistake"),
                it.card().toString());
        assertFalse(it.card().toString().contains("Carrier"), it.card().toString());
    }

    @Test
    void questionsAreAnsweredOneByOneOrInTheThreadAndNoneIsAskedTwice() {
        claude.answersTo(
                "questions to tick",
                Said.message(
                        text("First some questions."),
                        facts(fact("verified", "The order number is 4711", "")),
                        questions(
                                "Which order number is it?",
                                "Did they check the spam folder?",
                                "When did it start?",
                                "What do they want?")));
        claude.answersTo(
                "To your question",
                Said.message(
                        text("Thanks, going on."),
                        questions("When did it start?", "Which device do they use at home?")));
        var it = Case.opened("questions to tick");
        var list = it.shows("When did it start?");
        assertFalse(list.toString().contains("Which order number"), list.toString());

        it.says("// not for you").presses(list, "Don't know");
        it.shows("✓ Not known");
        it.pressesNumbered(list, "answer:2");
        var empty = it.submits(Map.of("answer", ""));
        assertTrue(empty.toString().contains("required"), empty.toString());
        it.submits(Map.of("answer", "Since the update on Monday"));
        it.shows("✓ Since the update on Monday");
        assertEquals(1, claude.requestsOf("questions to tick").size());
        it.pressesNumbered(list, "answer:3");
        it.submits(Map.of("answer", "A refund"));

        it.shows("Thanks, going on.");
        var asked = claude.lastRequestOf("questions to tick").toString();
        assertTrue(asked.contains("Since the update on Monday"), asked);
        assertTrue(asked.contains("Did they check the spam folder? Nobody knows."), asked);
        var next = it.shows("Which device do they use at home?");
        assertFalse(next.toString().contains("When did it start?"), next.toString());

        claude.answersTo("1: an old phone", Said.message(text("An old phone, then.")));
        it.says("1: an old phone");
        it.shows("✓ an old phone");
        it.shows("An old phone, then.");
    }

    private static Said.Part questions(String... questions) {
        return tool("ask_questions", Map.of("questions", List.of(questions)));
    }

    private static Said.Part facts(Map<?, ?>... facts) {
        return tool("note_facts", Map.of("facts", List.of(facts)));
    }

    private static Map<String, String> fact(String standing, String statement, String replaces) {
        return Map.of("standing", standing, "statement", statement, "replaces", replaces, "answers", "");
    }

    private static Said.Part causes(String... causes) {
        return tool(
                "rank_causes",
                Map.of(
                        "causes",
                        List.of(causes).stream()
                                .map(cause -> Map.of("cause", cause, "check", "Look"))
                                .toList()));
    }

    /// The block ids of a modal's inputs, in order.
    private static List<String> fields(JsonNode modal) {
        var ids = new ArrayList<String>();
        modal.findValuesAsText("block_id").stream().distinct().forEach(ids::add);
        return ids;
    }
}
