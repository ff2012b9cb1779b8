package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    void letsNothingComeAlive() {
        assertEquals("&lt;!channel&gt; R&amp;D", SlackText.escaped("<!channel> R&D"));
        for (var alive : new String[] {"<!channel>", "<@U1>", "<#C1|x>", "<!here|here>"}) {
            assertFalse(SlackText.disarmed("a " + alive).contains(alive), alive);
        }
        assertEquals("a < b, <https://x>", SlackText.disarmed("a < b, <https://x>"));
    }
}
