package dev.cowork.knowledge;

/// What became of a file that was brought in.
sealed interface Brought {
    /// It is there now.
    ///
    /// @param version 1 for a new one; each later one takes the place of the one before
    record Taken(String path, KnowledgeKind kind, int version, int passages) implements Brought {}

    /// The same stands there already.
    record Unchanged(String path) implements Brought {}

    /// Nothing was changed.
    ///
    /// @param why a sentence
    record Refused(String path, String why) implements Brought {}
}
