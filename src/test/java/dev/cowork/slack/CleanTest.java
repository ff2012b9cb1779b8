package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanTest {
    @Test
    void undoesSlacksEscapesOnce() {
        assertEquals("a < b & c > d", Clean.text("a &lt; b &amp; c &gt; d"));
        assertEquals("&lt;", Clean.text("&amp;lt;"));
    }

    @Test
    void dropsWhatNoDatabaseKeeps() {
        assertEquals("ab", Clean.text("a\0b"));
        assertEquals("ab", Clean.text("a\ud800b"));
        assertEquals("ab", Clean.text("a\udc00b"));
        assertEquals("a😀b", Clean.text("a😀b"));
    }

    @Test
    void leavesMentionsAndNothingAlone() {
        assertEquals("<@U1> <#C1|x>", Clean.text("<@U1> <#C1|x>"));
        assertEquals("", Clean.text(null));
    }
}
