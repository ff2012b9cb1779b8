package dev.cowork.impact.dashboard;

/// A group of tickets with its two sides, and how many people stand behind each.
record Both(String name, Side assisted, Side similar, long people, long others) {
    Both withPeople(long those, long these) {
        return new Both(name, assisted, similar, those, these);
    }
}
