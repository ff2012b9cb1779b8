package dev.cowork.session.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.Money;
import org.junit.jupiter.api.Test;

class PricesTest {
    private final Prices prices =
            Prices.read("claude-sonnet=3,0.30,3.75,15; claude-sonnet-9=30,3,37.5,150;tiny=1,0.1,1.25,5");

    @Test
    void eachKindOfTokenHasItsPrice() {
        assertEquals(
                3_000_000 + 300_000 + 3_750_000 + 15_000_000,
                prices.micros("claude-sonnet-5-5", new Tokens(1_000_000, 1_000_000, 1_000_000, 1_000_000)));
        assertEquals(1, prices.micros("tiny", new Tokens(0, 0, 1, 0)), "rounded up");
        assertEquals(0, prices.micros("tiny", Tokens.NONE));
    }

    @Test
    void theLongestNameCountsAndWhatNobodyNamedIsTheDearest() {
        assertEquals(30, prices.micros("claude-sonnet-9-1", new Tokens(1, 0, 0, 0)));
        assertEquals(30, prices.micros("another", new Tokens(1, 0, 0, 0)));
        assertTrue(prices.of("another").isEmpty());
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Prices.read(""));
        assertThrows(IllegalArgumentException.class, () -> Prices.read("claude=3,4"));
        assertThrows(IllegalArgumentException.class, () -> Prices.read("claude=a,b,c,d"));
    }

    @Test
    void aStepIsReachedAtItsWholePercentAndNotBefore() {
        var limit = Money.parse("50 USD").orElseThrow();

        assertEquals(74, SpendBook.percent(37_499_999, limit));
        assertEquals(75, SpendBook.percent(37_500_000, limit));
        assertEquals(100, SpendBook.percent(50_000_000, limit));
        assertEquals(100, SpendBook.percent(0, Money.parse("0 USD").orElseThrow()));
    }
}
