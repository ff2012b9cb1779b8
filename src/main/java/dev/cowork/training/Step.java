package dev.cowork.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The steps of HEARD, in order.
enum Step {
    HEAR,
    EMPATHISE,
    APOLOGISE,
    RESOLVE,
    DIAGNOSE;

    /// As it is called in the files of drills.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
