package dev.cowork.partner;

/// What became of a tool call when its input was read.
sealed interface Reading {
    record Fits(Move move) implements Reading {}

    /// @param problem the end of a sentence that begins with "because"
    record Unfit(String problem) implements Reading {}
}
