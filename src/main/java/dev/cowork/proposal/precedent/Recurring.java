package dev.cowork.proposal.precedent;

import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.Locale;

/// A case that was granted so often that a rule would serve better.
///
/// @param about the newest of them, anonymised
public record Recurring(String kind, long times, Money least, Money most, String about) {
    static Recurring of(String kind, String currency, long times, long least, long most, String about) {
        var in = Currency.getInstance(currency);
        return new Recurring(kind, times, new Money(least, in), new Money(most, in), about);
    }

    /// As a person reads it: `Policy exception`.
    public String shownKind() {
        return kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return "Recurring[" + kind + ", " + times + "]";
    }
}
