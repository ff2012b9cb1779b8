package dev.cowork.partner;

import java.util.function.Consumer;

/// The words of one answer as they are passed on: block after block, round after round, with a blank line between.
final class Telling {
    private final Consumer<String> live;
    private final StringBuilder text = new StringBuilder();
    private boolean atSeam;

    Telling(Consumer<String> live) {
        this.live = live;
    }

    /// What follows is a paragraph of its own.
    void beginBlock() {
        atSeam = true;
    }

    void say(String piece) {
        if (atSeam && !text.isEmpty()) {
            pass("\n\n");
        }
        atSeam = false;
        pass(piece);
    }

    String text() {
        return text.toString();
    }

    private void pass(String piece) {
        text.append(piece);
        live.accept(piece);
    }
}
