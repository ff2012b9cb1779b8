package dev.cowork.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a session ended, as its closer says.
enum Outcome {
    RESOLVED("Resolved"),
    ESCALATED("Escalated"),
    CUSTOMER_LEFT("Customer left"),
    OTHER("Other");

    private final String shown;

    Outcome(String shown) {
        this.shown = shown;
    }

    static Optional<Outcome> of(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String shown() {
        return shown;
    }

    /// As people read it; empty for what is no outcome.
    static String shown(String word) {
        return of(word).map(Outcome::shown).orElse("");
    }
}
