package dev.cowork.audit;

/// What a look at a chain finds.
public sealed interface Finding {
    /// Every entry is as it was written.
    ///
    /// @param head the hash of the last entry; empty where there is none
    /// @param anchors how many anchors agree
    record Intact(long entries, String head, long anchors) implements Finding {}

    /// The first entry that is not as it was written, or where an anchor disagrees.
    record Broken(long seq, String why) implements Finding {}
}
