package dev.cowork.proposal.authority;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of the matrix.
///
/// @param title a named role; empty: everybody of `role`
/// @param tier of the customer; null: any
/// @param outside how far outside policy it may be at most
/// @param aloneMinor up to how much one person; null for escalations, which cost nothing
/// @param togetherMinor up to how much two people together; null: without end
public record Line(
        Role role,
        String title,
        May may,
        Covers kind,
        @Nullable Tier tier,
        Outside outside,
        @Nullable String currency,
        @Nullable Long aloneMinor,
        @Nullable Long togetherMinor) {

    static Line upTo(Role role, May may, Covers kind, Outside outside, Money alone) {
        return new Line(role, "", may, kind, null, outside, alone.currency().getCurrencyCode(), alone.minor(), null);
    }

    static Line escalations(Role role) {
        return new Line(role, "", May.APPROVE, Covers.ESCALATION, null, Outside.FAR, null, null, null);
    }

    public Optional<Money> alone() {
        return money(aloneMinor);
    }

    public Optional<Money> together() {
        return money(togetherMinor);
    }

    private Optional<Money> money(@Nullable Long minor) {
        return minor == null || currency == null
                ? Optional.empty()
                : Optional.of(new Money(minor, Currency.getInstance(currency)));
    }

    boolean isIn(@Nullable Currency asked) {
        return Objects.equals(currency, asked == null ? null : asked.getCurrencyCode());
    }

    /// Whether both speak of the same, so that only one of them can hold.
    boolean collidesWith(Line other) {
        return isOfOneWith(other)
                && may == other.may
                && kind == other.kind
                && tier == other.tier
                && outside == other.outside
                && Objects.equals(currency, other.currency);
    }

    private boolean isOfOneWith(Line other) {
        return title.isEmpty() && other.title.isEmpty() ? role == other.role : title.equals(other.title);
    }
}
