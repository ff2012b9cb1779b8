package dev.cowork.proposal.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind of customer it is.
public enum Tier {
    STANDARD,
    PREMIUM,
    HIGH_VALUE;

    public static Optional<Tier> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
