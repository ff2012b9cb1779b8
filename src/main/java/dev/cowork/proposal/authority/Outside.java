package dev.cowork.proposal.authority;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far outside policy an ask is, the nearest first.
public enum Outside {
    WITHIN,
    SLIGHTLY,
    FAR;

    public static Optional<Outside> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    boolean reaches(Outside asked) {
        return compareTo(asked) >= 0;
    }
}
