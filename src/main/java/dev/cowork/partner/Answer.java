package dev.cowork.partner;

import java.util.List;

/// What the partner said. `text` is the prose, word for word as streamed; may be empty where moves say it all.
///
/// @param moves in the order they were made; each fits its schema
/// @param record the answer in the form in which [Brief.Exchange] gives it back next time; opaque to callers
/// @param dropped plain notes on moves that did not fit and were left out; usually empty
public record Answer(String text, List<Move> moves, Author author, String record, Usage usage, List<String> dropped) {

    /// The note on an answer that Claude had to break off.
    static final String CUT = "The answer was too long and was cut off at its end.";

    /// Whether its end is missing.
    public boolean isCut() {
        return dropped.contains(CUT);
    }

    /// Tokens, as counted by Claude. All zero for the playbook.
    public record Usage(long input, long cachedInput, long output) {
        public static final Usage NONE = new Usage(0, 0, 0);
    }

    @Override
    public String toString() {
        return "Answer[" + author + ", " + text.length() + " characters, " + moves.size() + " moves]";
    }
}
