package dev.cowork.insight;

import java.util.List;

/// A text without the traces that were found in it.
///
/// @param found in the order of the text; empty means that `text` is what was given
record Anonymised(String text, List<Trace> found) {
    boolean isClean() {
        return found.isEmpty();
    }

    @Override
    public String toString() {
        return "Anonymised[" + found + "]";
    }
}
