package dev.cowork.partner;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is hidden before a request leaves, and put back in what the agent sees.
class MaskingTest {
    private static final Sensitive SENSITIVE =
            new Sensitive(List.of("Project Falcon", "/ACME-\\d+/"), List.of("US", "GB", "DE", "FR"));
    private static final List<String> SECRETS = List.of(
            "kim.lee@example.org", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "+49 30 901820", "ACME-4711");

    private final StandInClaude claude = new StandInClaude();
    private final Desk desk = new Desk(Desk.with(claude, new ArrayList<>()));

    @AfterEach
    void stop() {
        claude.close();
    }

    @Test
    void nothingSensitiveLeavesAndAllOfItIsBackInWhatTheAgentSees() {
        desk.field("SITUATION", "Kim is kim.lee@example.org, card 4111 1111 1111 1111.")
                .field("CONSTRAINTS", "IBAN DE89 3704 0044 0532 0130 00, phone +49 30 901820, contract ACME-4711.");
        // Answers with every placeholder it was sent, in words and in a tool's input, cut in pieces of any length.
        claude.answersTo(_ -> true, request -> {
            var seen = Masking.PLACEHOLDER
                    .matcher(request.path("messages").toString())
                    .results()
                    .map(hit -> hit.group())
                    .distinct()
                    .toList();
            var words = "I see " + String.join(" and ", seen) + ".";
            return Said.message(
                    text(words), tool("write_draft", Map.of("channel", "email", "text", words, "change", "")));
        });

        for (var pieces = 1; pieces < 30; pieces++) {
            claude.speaksInPiecesOf(pieces);
            var answer = desk.says("Draft it, please. Turn " + pieces);

            for (var secret : SECRETS) {
                assertTrue(answer.text().contains(secret), secret);
                assertTrue(String.join("", desk.heard()).contains(secret), secret);
                assertTrue(answer.moves().toString().contains(secret), secret);
                assertFalse(claude.bodies().getLast().contains(secret), secret);
            }
            assertEquals(answer.text(), String.join("", desk.heard()));
        }
        assertEquals(
                5,
                Masking.PLACEHOLDER
                        .matcher(claude.lastRequest().path("messages").toString())
                        .results()
                        .map(hit -> hit.group())
                        .distinct()
                        .count(),
                "one placeholder each, over all turns");
    }

    @Test
    void theRequestForALookBackIsMaskedToo() {
        claude.answers(text("Noted.")).answers(text("Well done.\n\nMore.\n\nPattern.\n\nTip."));
        desk.says("Kim is kim.lee@example.org.");

        Desk.with(claude, new ArrayList<>()).lookBack(desk.brief(""), "Told kim.lee@example.org");

        assertFalse(claude.bodies().getLast().contains("kim.lee"));
    }

    @Test
    void theSameThingIsHiddenTheSameWayHoweverItIsWrittenAndOtherwiseInAnotherSession() {
        var masking = new Masking(SENSITIVE, "one");

        var spaced = masking.masked("4111 1111 1111 1111");

        assertEquals(spaced, masking.masked("4111-1111-1111-1111"));
        assertEquals(spaced, new Masking(SENSITIVE, "one").masked("4111111111111111"));
        assertNotEquals(spaced, new Masking(SENSITIVE, "two").masked("4111 1111 1111 1111"));
        assertEquals("Card 4111 1111 1111 1111.", masking.unmasked("Card " + spaced + "."));
    }

    @Test
    void whatIsMaskedTwiceStaysWhatItWas() {
        var masking = new Masking(SENSITIVE, "one");
        var once = masking.masked("Write to kim@example.org or call (415) 555-2671.");

        assertEquals(once, masking.masked(once));
        assertFalse(once.contains("kim@") || once.contains("2671"), once);
    }

    @Test
    void aPlaceholderThatStandsForNothingStaysAsItIs() {
        var masking = new Masking(SENSITIVE, "one");

        assertEquals("[CARD-aaaaaa] and [note]", masking.unmasked("[CARD-aaaaaa] and [note]"));
        assertEquals("[EMAIL", streamed(masking, List.of("[EM", "AIL")));
    }

    @Test
    void linksAsSlackWritesThemHideTheirAddress() {
        var masked = new Masking(SENSITIVE, "one").masked("<mailto:kim@example.org|kim@example.org>");

        assertTrue(Pattern.matches("<mailto:\\[EMAIL-\\w{6}]\\|\\[EMAIL-\\w{6}]>", masked), masked);
    }

    private static String streamed(Masking masking, List<String> pieces) {
        var heard = new StringBuilder();
        var unmasking = new Unmasking(masking, heard::append);
        pieces.forEach(unmasking::append);
        unmasking.end();
        return heard.toString();
    }
}
