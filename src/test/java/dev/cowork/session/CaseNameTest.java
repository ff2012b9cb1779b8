package dev.cowork.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What a case that began with free text is called in lists.
class CaseNameTest {
    @Test
    void isTheFirstSentence() {
        assertEquals("The lamp arrived broken", CaseName.of("The lamp arrived broken. They want another."));
        assertEquals("Can we refund this?", CaseName.of("Can we refund this? It is the third time."));
    }

    @Test
    void isCutAtAWord() {
        assertEquals(
                "The customer ordered a $300 item that arrived damaged, the…",
                CaseName.of("The customer ordered a $300 item that arrived damaged, the second shipment in 3 months"));
        assertEquals("x".repeat(59) + "…", CaseName.of("x".repeat(200)));
    }

    @Test
    void hasNoMarkupMentionsOrGreetingsAlone() {
        assertEquals("Hi. The lamp broke", CaseName.of("> Hi. *The lamp* <@U1> broke."));
        assertEquals("", CaseName.of(" <@U1> \n"));
        assertEquals("", CaseName.of(NewSession.CALLED));
    }
}
