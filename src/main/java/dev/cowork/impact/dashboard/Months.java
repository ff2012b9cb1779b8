package dev.cowork.impact.dashboard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whole months, by UTC: figures are counted by them.
record Months(YearMonth first, YearMonth last) {
    private static final int USUAL = 3;
    private static final int MOST = 36;

    Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(first + " to " + last);
        }
    }

    /// As an address says it. What cannot be read is left out, and nobody waits for more than three years.
    static Months of(@Nullable String from, @Nullable String to, Instant now) {
        var current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        var last = read(to).orElse(current);
        var first = read(from).orElse(last.minusMonths(USUAL - 1));
        if (last.isBefore(first)) {
            last = first;
        }
        return new Months(first.isBefore(last.minusMonths(MOST - 1)) ? last.minusMonths(MOST - 1) : first, last);
    }

    private static Optional<YearMonth> read(@Nullable String written) {
        try {
            return Optional.ofNullable(written)
                    .filter(it -> it.matches("20\\d{2}-\\d{2}"))
                    .map(YearMonth::parse);
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /// The last so many up to now.
    static Months last(int many, Instant now) {
        var current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        return new Months(current.minusMonths(many - 1L), current);
    }

    /// As people say it: `September 2026 to November 2026`.
    String shown() {
        var words = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
        return first.equals(last) ? words.format(first) : words.format(first) + " to " + words.format(last);
    }

    LocalDate from() {
        return first.atDay(1);
    }

    /// The day after the last.
    LocalDate to() {
        return last.plusMonths(1).atDay(1);
    }

    Instant fromInstant() {
        return from().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant toInstant() {
        return to().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
