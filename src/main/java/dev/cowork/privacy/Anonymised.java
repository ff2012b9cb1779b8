package dev.cowork.privacy;

import java.util.List;

/// A text without the traces that were found in it.
///
/// @param found in the order of the text; empty means that `text` is what was given
public record Anonymised(String text, List<Trace> found) {
    public boolean isClean() {
        return found.isEmpty();
    }

    @Override
    public String toString() {
        return "Anonymised[" + found + "]";
    }
}
