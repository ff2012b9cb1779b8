package dev.cowork.partner;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Puts hidden things back in text that comes in pieces. What may be the beginning of a placeholder waits for what
/// follows it.
final class Unmasking {
    private static final Pattern BEGUN = Pattern.compile("\\\\?(?:\\[(?:[A-Z]{0,6}|[A-Z]{4,6}-[a-z2-7]{0,12}\\\\?))?$");

    private final Masking masking;
    private final Consumer<String> to;
    private String held = "";

    Unmasking(Masking masking, Consumer<String> to) {
        this.masking = masking;
        this.to = to;
    }

    void append(String piece) {
        var text = held + piece;
        var begun = BEGUN.matcher(text);
        var ready = begun.find() ? begun.start() : text.length();
        held = text.substring(ready);
        pass(text.substring(0, ready));
    }

    /// Nothing follows.
    void end() {
        var rest = held;
        held = "";
        pass(rest);
    }

    private void pass(String text) {
        if (!text.isEmpty()) {
            to.accept(masking.unmasked(text));
        }
    }
}
