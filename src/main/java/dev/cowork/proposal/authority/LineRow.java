package dev.cowork.proposal.authority;

import dev.cowork.workspace.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/// A [Line] as it stands in a row.
@Embeddable
record LineRow(
        @Enumerated(EnumType.STRING) Role role,
        String title,
        @Enumerated(EnumType.STRING) May may,
        @Enumerated(EnumType.STRING) Covers kind,
        @Enumerated(EnumType.STRING) @Nullable Tier tier,
        @Enumerated(EnumType.STRING) Outside outside,
        @Nullable String currency,
        @Column(name = "alone_minor") @Nullable Long aloneMinor,
        @Column(name = "together_minor") @Nullable Long togetherMinor) {
    static LineRow of(Line line) {
        return new LineRow(
                line.role(),
                line.title(),
                line.may(),
                line.kind(),
                line.tier(),
                line.outside(),
                line.currency(),
                line.aloneMinor(),
                line.togetherMinor());
    }

    Line line() {
        return new Line(role, title, may, kind, tier, outside, currency, aloneMinor, togetherMinor);
    }
}
