package dev.cowork.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How surely something is known. In the order in which the case card shows them.
enum Standing {
    VERIFIED("Verified"),
    CUSTOMER_SAID("Customer said"),
    ASSUMED("Assumed"),
    UNKNOWN("Unknown"),
    TRIED("Tried"),
    RULED_OUT("Ruled out");

    private final String shown;

    Standing(String shown) {
        this.shown = shown;
    }

    static Optional<Standing> of(String word) {
        return Arrays.stream(values())
                .filter(standing -> standing.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people read it.
    String shown() {
        return shown;
    }
}
