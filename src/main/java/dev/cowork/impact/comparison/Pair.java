package dev.cowork.impact.comparison;

/// Tickets alike in all that is compared by, one side worked out in a session and the other not.
public record Pair<T>(T assisted, T similar) {}
