package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Long texts are cut without losing a character, and nobody's words come alive.
class CardTextTest {
    @Test
    void piecesJoinedAreTheTextWhateverItIs() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var text = anything(random, random.nextInt(4000));
            var pieces = CardText.pieces(text, 97);
            assertEquals(text, String.join("", pieces));
            assertTrue(pieces.stream().allMatch(it -> it.length() <= 97), "none too long");
            assertFalse(pieces.stream().anyMatch(it -> Character.isLowSurrogate(it.charAt(0))), "none cut in a pair");
        }
    }

    @Test
    void cutsBetweenParagraphsWhereItCan() {
        var text = "a".repeat(60) + "\n\n" + "b".repeat(60);

        assertEquals(List.of("a".repeat(60) + "\n\n", "b".repeat(60)), CardText.pieces(text, 97));
    }

    @Test
    void escapingCountsAndIsNeverCutInTheMiddle() {
        var cut = CardText.escaped("&<>".repeat(1000), 100);

        assertTrue(cut.length() <= 100);
        assertTrue(cut.matches("(?:&amp;|&lt;|&gt;)+…"), cut);
        assertTrue(CardText.quoted("<!channel>\n".repeat(5000), 600).length() <= 600);
        assertFalse(CardText.quoted("<!channel> <@U1>", 600).contains("<"));
    }

    @Test
    void liveTextIsDisarmedAsTheFinalTextIs() {
        var shown = new ArrayList<String>();
        var live = new Disarming(shown::add);
        for (var piece : List.of("Hi <", "!channel> and <@", "U1>, 1 < 2 <", "b>")) {
            live.append(piece);
        }

        var whole = dev.cowork.slack.SlackText.disarmed("Hi <!channel> and <@U1>, 1 < 2 <b>");
        assertEquals(whole, String.join("", shown));
    }

    private static String anything(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> text.append('\n');
                case 1 -> text.append("\n\n");
                case 2 -> text.append(' ');
                case 3 -> text.append("😀");
                default -> text.append("word".repeat(1 + random.nextInt(30)));
            }
        }
        return text.toString();
    }
}
