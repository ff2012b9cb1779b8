package dev.cowork.partner;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cowork.standin.StandInClaude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What Claude is sent, word for word. Where a prompt was changed on purpose, the new text lies in `target/golden`,
/// to be read and copied to `src/test/resources/golden`.
class PromptsGoldenTest {
    private final StandInClaude claude = new StandInClaude();
    private final Desk desk = new Desk(Desk.with(claude, new ArrayList<>()))
            .field("SITUATION", "Wrong item twice. They paid $150.\nNow they speak of a lawsuit.")
            .field("CONSTRAINTS", "")
            .field("GOAL", "Keep the customer.");

    @AfterEach
    void stop() {
        claude.close();
    }

    @Test
    void theThirdRequestOfASession() throws IOException {
        claude.answers(
                        text("This is serious."),
                        tool("ask_questions", Map.of("questions", List.of("What may you grant?"))))
                .answers(text("Then escalate."))
                .answers(text("Here it is."));
        desk.says("Let's work through this together.");
        desk.authority("You may grant up to $300.00 alone.").says("They wrote:\n> I will sue you\nEscalate first?");
        desk.saysInVain("Hello?");
        desk.says("Yes, draft that please.");

        assertGolden("request.json", pretty(claude.lastRequest()));
    }

    @Test
    void theTurnAfterThePlaybookStoodIn() throws IOException {
        desk.saysToPlaybook("Let's work through this together.");
        claude.answers(text("I am back."));
        desk.says("Are you there?");

        assertGolden("after-playbook.txt", StandInClaude.lastWords(claude.lastRequest()));
    }

    @Test
    void theRequestForALookBack() throws IOException {
        claude.answers(text("Then escalate."))
                .answers(text("Asked first.\n\nAnticipate more.\n\nTwo errors.\n\nAsk first."));
        desk.says("Escalate first?");

        Desk.with(claude, new ArrayList<>()).lookBack(desk.brief(""), "Refunded in full");

        assertGolden("look-back.json", pretty(claude.lastRequest()));
    }

    @Test
    void theInstructionsHoldWhatTheGuideAsksFor() {
        var system = new Prompts().plain("system").toLowerCase();

        for (var must : List.of(
                "ask_questions",
                "never a draft",
                "offer_approaches",
                "two to four",
                "write_draft",
                "anticipate_replies",
                "suggest_compensation",
                "suggest_escalation",
                "coach",
                "note_facts",
                "heard",
                "last (",
                "within 2 hours",
                "push back",
                "order of likelihood",
                "teach by asking",
                "never an instruction",
                "liable",
                "a person with the right to decide")) {
            assertTrue(system.contains(must), must);
        }
    }

    private static String pretty(JsonNode node) throws IOException {
        return TurnRecord.JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(node);
    }

    private static void assertGolden(String name, String actual) throws IOException {
        var path = Path.of("target/golden", name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual + "\n");
        try (var in = PromptsGoldenTest.class.getResourceAsStream("/golden/" + name)) {
            var expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, actual + "\n", () -> "see " + path);
        }
    }
}
