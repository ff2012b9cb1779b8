package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SlackTextTest {
    @Test
    void cutsWithAnEllipsisAndNeverInsideACharacter() {
        assertEquals("abc", SlackText.cut("abc", 3));
        assertEquals("ab…", SlackText.cut("abcd", 3));
        assertEquals("a…", SlackText.cut("a😀bc", 3));
        assertEquals("…", SlackText.cut("😀bc", 2));
        assertEquals("…", SlackText.cut("abc", 1));
    }

    @Test
    void escapesAreCountedWhereThereIsALimit() {
        assertEquals("a &amp; b", SlackText.escaped("a & b", 9));
        assertEquals("a &amp;…", SlackText.escaped("a & b", 8));
        for (var text : new String[] {"<&>".repeat(5_000), "😀&".repeat(3_000), "x".repeat(9_000), "&".repeat(3_901)}) {
            var escaped = SlackText.escaped(text, 3_900);
            assertTrue(escaped.length() <= 3_900 && escaped.length() > 3_880, escaped.length() + " characters");
            assertTrue(escaped.endsWith("…"));
        }
    }

    @Test
    void headsAreNeverHalfACharacter() {
        assertEquals("ab", SlackText.head("ab", 2));
        assertEquals("a", SlackText.head("a😀", 2));
        assertEquals("a😀", SlackText.head("a😀b", 3));
    }

    @Test
    void letsNothingComeAlive() {
        assertEquals("&lt;!channel&gt; R&amp;D", SlackText.escaped("<!channel> R&D"));
        for (var alive : new String[] {"<!channel>", "<@U1>", "<#C1|x>", "<!here|here>"}) {
            assertFalse(SlackText.disarmed("a " + alive).contains(alive), alive);
        }
        assertEquals("a < b, c: d [e]", SlackText.disarmed("a < b, c: d [e]"));
    }
}
