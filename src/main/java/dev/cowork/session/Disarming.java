package dev.cowork.session;

import dev.cowork.slack.SlackText;
import java.util.function.Consumer;

/// Takes the life out of mentions in text that comes in pieces, so that what is shown live is what stays. A bracket at
/// the end of a piece waits for what follows it.
final class Disarming {
    private final Consumer<String> to;
    private String held = "";

    Disarming(Consumer<String> to) {
        this.to = to;
    }

    void append(String piece) {
        var text = held + piece;
        held = text.endsWith("<") ? "<" : "";
        var ready = SlackText.disarmed(text.substring(0, text.length() - held.length()));
        if (!ready.isEmpty()) {
            to.accept(ready);
        }
    }
}
