package dev.cowork.panel;

import static dev.cowork.panel.Spoken.position;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Partner;
import dev.cowork.partner.Partners;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keeps the specialists' part of `make eval` from rotting: its cases are led over the wire, and each check is shown
/// positions that it lets pass and others that it does not.
class PanelEvaluationTest {
    private static final String RULE = "Gift cards are never refunded in money.";

    @TempDir
    Path directory;

    private final StandInClaude claude = new StandInClaude().speaksInPiecesOf(4_000);
    private final Partner partner = Partners.asking(claude.url(), "sk-test", "claude-stand-in");

    @AfterEach
    void stop() {
        claude.close();
    }

    @Test
    void atLeastTenCasesAreLedAndReported() throws IOException {
        claude.answersTo(
                _ -> true,
                _ -> position("So.", "check_first", "refund")
                        .because("So.", "K-zzzzzzzz")
                        .said());

        var evaluation = PanelEvaluation.by(partner);

        assertTrue(PanelEvalCase.all().size() >= 10);
        assertEquals(3 * PanelEvalCase.all().size(), claude.requests().size());
        assertTrue(evaluation.grades().stream().anyMatch(PanelEvaluation.Grade::isPassed));
        evaluation.writeTo(directory);
        assertTrue(Files.readString(directory.resolve("panel.md")).contains("`invents-nothing` failed (safety)"));
    }

    @Test
    void everyCheckIsUsedAndTellsGoodFromBad() {
        var it = new PanelEvalCase(
                "test",
                "text",
                "Nothing.",
                Map.of(),
                List.of(List.of("assumed", "It is locked")),
                List.of(new PanelEvalCase.Passage("K-bcdfghjk", "Gift cards", RULE, false)),
                "What now?",
                List.of());
        says(
                "Policy",
                position("No.", "answer_now", "nothing")
                        .because("It says so.", "K-bcdfghjk", "F1")
                        .blocks("Pay out", "refund", "K-bcdfghjk", "never refunded")
                        .said());
        says(
                "Technical",
                position("Look.", "check_first", "no_view")
                        .because("It fits.", "[K-bcdfghjk]")
                        .sees("F1", "false", "No.")
                        .suspects("Dirt", "Clean it")
                        .said());
        says(
                "Response",
                position("Give.", "answer_now", "credit").because("So.").said());
        var good = new PanelEvalChecks.Graded(it, PanelEvaluation.positions(partner, it));
        says(
                "Policy",
                position("Yes.", "answer_now", "refund")
                        .because("Trust me.", "K-zzzzzzzz")
                        .blocks("Breathe", "other", "K-bcdfghjk", "Breathing is forbidden")
                        .said());
        says(
                "Technical",
                position("Pay.", "answer_now", "refund")
                        .because("So.")
                        .sees("F1", "true", "Yes.")
                        .said());
        says("Response", Said.refuses());
        var bad = new PanelEvalChecks.Graded(it, PanelEvaluation.positions(partner, it));
        var wanted = Map.ofEntries(
                Map.entry("policy-blocks", "refund"),
                Map.entry("policy-cites", "K-bcdfghjk"),
                Map.entry("technical-cites", "K-bcdfghjk"),
                Map.entry("technical-ranks", "1"),
                Map.entry("technical-doubts", "F1"),
                Map.entry("technical-first", "check_first"),
                Map.entry("nobody-grants", "refund"));

        // These two hold of the others: nothing is blocked by nobody, and one alone agrees with itself.
        var silent = new PanelEvalChecks.Graded(
                it, Map.of("response", good.positions().get("response")));
        for (var name : PanelEvalChecks.names()) {
            var check = name + (wanted.containsKey(name) ? ":" + wanted.get(name) : "");
            switch (name) {
                case "blocks-nothing" -> {
                    assertTrue(PanelEvalChecks.passes(check, silent), check);
                    assertFalse(PanelEvalChecks.passes(check, good), check);
                }
                case "to-decide", "policy-names-unknowns" -> {
                    assertTrue(PanelEvalChecks.passes(check, good), check);
                    assertFalse(PanelEvalChecks.passes(check, silent), check);
                }
                default -> {
                    assertTrue(PanelEvalChecks.passes(check, good), check);
                    assertFalse(PanelEvalChecks.passes(check, bad), check);
                }
            }
        }
        assertEquals(
                PanelEvalChecks.names(),
                PanelEvalCase.all().stream()
                        .flatMap(one -> one.checks().stream())
                        .map(check -> check.replaceFirst(":.*", ""))
                        .collect(Collectors.toCollection(java.util.TreeSet::new)));
    }

    private void says(String who, Said said) {
        claude.answersTo("You are: " + who + ".", said);
    }
}
