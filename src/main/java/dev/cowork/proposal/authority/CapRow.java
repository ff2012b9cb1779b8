package dev.cowork.proposal.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// A [Cap] as it stands in a row.
@Embeddable
record CapRow(
        @Enumerated(EnumType.STRING) Cap.Counts counts,
        @Enumerated(EnumType.STRING) May may,
        String currency,
        @Column(name = "most_minor") long mostMinor,
        int days) {
    static CapRow of(Cap cap) {
        return new CapRow(cap.counts(), cap.may(), cap.currency(), cap.mostMinor(), cap.days());
    }

    Cap cap() {
        return new Cap(counts, may, currency, mostMinor, days);
    }
}
