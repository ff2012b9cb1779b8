package dev.cowork.session;

import dev.cowork.slack.SlackText;
import java.util.function.Consumer;

/// Takes the life out of mentions and links in text that comes in pieces, so that what is shown live is what stays.
/// What may be the beginning of one waits for what follows it.
final class Disarming {
    private final Consumer<String> to;
    private String held = "";

    Disarming(Consumer<String> to) {
        this.to = to;
    }

    void append(String piece) {
        var text = held + piece;
        var end = SlackText.disarmable(text);
        held = text.substring(end);
        var ready = SlackText.disarmed(text.substring(0, end));
        if (!ready.isEmpty()) {
            to.accept(ready);
        }
    }
}
