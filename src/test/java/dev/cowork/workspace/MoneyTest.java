package dev.cowork.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An amount is read in one way or not at all: a misread comma would be money.
class MoneyTest {
    @Test
    void readsWhatCanOnlyMeanOneThing() {
        assertEquals(Optional.of(15_000L), minor("150", "USD"));
        assertEquals(Optional.of(15_050L), minor("150.5", "USD"));
        assertEquals(Optional.of(150_000L), minor("1,500.00", "USD"));
        assertEquals(Optional.of(150_000L), minor("$1,500", "usd"));
        assertEquals(Optional.of(1_500L), minor("1,500", "JPY"));
    }

    @Test
    void refusesWhatCouldMeanTwoThings() {
        for (var written :
                List.of("1,50", "1,50,0", "1.500", "12,5", "1,5000", "10.555", "1.500,00", "-5", "5e3", "")) {
            assertEquals(Optional.empty(), minor(written, "USD"), written);
        }
        assertEquals(Optional.empty(), minor("100.50", "JPY"));
        assertEquals(Optional.empty(), minor("100", "XXL"));
    }

    private static Optional<Long> minor(String amount, String currency) {
        return Money.parse(amount, currency).map(Money::minor);
    }
}
