package dev.cowork.session;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What makes a ticket one to be worked out together: the five the guide names.
enum Trigger {
    ANGRY("angry or escalated customer", "difficult-customer"),
    TECHNICAL("technical troubleshooting", "complex-problem"),
    POLICY("money, or outside policy", "policy-gray-area"),
    VALUE("high-value customer", "high-value-customer"),
    TRAINING("somebody is learning", "training");

    private final String words;
    private final String opening;

    Trigger(String words, String opening) {
        this.words = words;
        this.opening = opening;
    }

    /// As it is told in a line.
    String words() {
        return words;
    }

    /// The one that whoever chose this kind of opening has named already.
    static Optional<Trigger> ofOpening(String opening) {
        return Stream.of(values()).filter(it -> it.opening.equals(opening)).findFirst();
    }

    static Optional<Trigger> of(String name) {
        return Stream.of(values())
                .filter(it -> it.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
