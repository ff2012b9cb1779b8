package dev.cowork.session.spend;

import static dev.cowork.Screens.LONG;

import dev.cowork.workspace.Money;
import java.util.Collections;

/// What Claude costs, at its longest.
public final class SpendSamples {
    private SpendSamples() {}

    public static SpendBook.Desk longest() {
        var many = new Tokens(Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Long.MAX_VALUE / 4, Long.MAX_VALUE);
        return new SpendBook.Desk(
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                many,
                Money.parse("999999999999 USD").orElseThrow(),
                Collections.nCopies(3, new SpendBook.OfSession(LONG, many, Long.MAX_VALUE)),
                Collections.nCopies(40, LONG));
    }
}
