package dev.cowork.impact.dashboard;

import java.util.List;

/// A group of tickets with its two sides, and how many people stand behind each.
record Both(String name, Side assisted, Side similar, long people, long others) {
    static Both of(String name, Side assisted, Side similar) {
        return new Both(name, assisted, similar, 0, 0);
    }

    /// All of them together; how many people that are cannot be told from the parts.
    static Both sum(String name, List<Both> parts) {
        var assisted = Side.NONE;
        var similar = Side.NONE;
        for (var part : parts) {
            assisted = assisted.plus(part.assisted);
            similar = similar.plus(part.similar);
        }
        return of(name, assisted, similar);
    }

    Both withPeople(long those, long these) {
        return new Both(name, assisted, similar, those, these);
    }
}
