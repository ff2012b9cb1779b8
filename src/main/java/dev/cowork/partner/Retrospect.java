package dev.cowork.partner;

import java.util.List;

/// A look back on a closed session: what went well, what could be better, which pattern to watch, and one tip for the
/// team in which nobody can be recognised. Each a sentence or two.
///
/// @param at which turns the three remarks speak of
/// @param missing what nobody could look up; empty where nothing was missing
public record Retrospect(
        String doneWell,
        String couldBeBetter,
        String pattern,
        String tip,
        Author author,
        At at,
        List<Missing> missing) {

    public Retrospect {
        missing = List.copyOf(missing);
    }

    public Retrospect(String doneWell, String couldBeBetter, String pattern, String tip, Author author) {
        this(doneWell, couldBeBetter, pattern, tip, author, At.NOWHERE, List.of());
    }

    /// Turns by number, counted from 1; 0 where a remark speaks of none.
    public record At(int doneWell, int couldBeBetter, int pattern) {
        static final At NOWHERE = new At(0, 0, 0);
    }

    /// Knowledge that was missing, or a policy that was not clear, in a sentence.
    public record Missing(boolean isPolicy, String what) {
        @Override
        public String toString() {
            return "Missing[" + (isPolicy ? "policy" : "knowledge") + "]";
        }
    }
}
