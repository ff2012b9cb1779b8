package dev.cowork.proposal.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
    private final Words words = new Words(
            Map.of("custom", 0.9, "refund", 0.6, "parcel", 0.3, "express", 0.01),
            List.of("custom", "refund", "parcel", "express", "o'neil\\"));

    @Test
    void looksForTheRarestThatLeaveFewEnough() {
        assertEquals("'o''neil\\\\' | 'express' | 'parcel'", words.rarest(10_000, 3000));
        assertTrue(words.rarest(100, 3000).contains("'custom'"), "where there are few, every word may be looked for");
    }

    @Test
    void weighsARareWordMoreThanACommonOne() {
        assertEquals(1, words.likeness(List.of("express", "o'neil\\")), 0.001);
        assertTrue(words.likeness(List.of("express", "other")) > words.likeness(List.of("custom", "other")));
        assertEquals(0, words.likeness(List.of()), 0.001);
    }
}
