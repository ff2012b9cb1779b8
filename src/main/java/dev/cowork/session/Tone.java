package dev.cowork.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a draft may be revised with one press. What is said to the partner is what the agent would have written.
enum Tone {
    WARMER("Warmer", "Make the draft warmer."),
    SHORTER("Shorter", "Make the draft shorter."),
    FORMAL("More formal", "Make the draft more formal."),
    HUMAN("Less corporate", "Make the draft less corporate, more human."),
    SIMPLER("Simpler", "Make the draft simpler, in plain words.");

    private final String label;
    private final String words;

    Tone(String label, String words) {
        this.label = label;
        this.words = words;
    }

    static List<Tone> all() {
        return Arrays.asList(values());
    }

    static Optional<Tone> of(String word) {
        return all().stream()
                .filter(tone -> tone.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    String label() {
        return label;
    }

    String words() {
        return words;
    }
}
