package dev.cowork.proposal.authority;

import dev.cowork.workspace.Money;
import java.util.Currency;

/// How much may be granted in some days before one more person must agree.
///
/// @param counts whose grants are added up: those to one customer, or those by one person
/// @param may what is counted: what people grant alone; or, for a customer, everything they get, and for a person,
///     everything they approve of others
public record Cap(Counts counts, May may, String currency, long mostMinor, int days) {
    public enum Counts {
        CUSTOMER,
        PERSON
    }

    public Money most() {
        return new Money(mostMinor, Currency.getInstance(currency));
    }

    boolean collidesWith(Cap other) {
        return counts == other.counts && may == other.may && currency.equals(other.currency) && days == other.days;
    }
}
