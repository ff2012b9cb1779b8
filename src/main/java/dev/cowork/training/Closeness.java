package dev.cowork.training;

import java.util.HashSet;
import java.util.List;

/// How close a first draft came to the final one, from 0 to 1: the smaller of how alike they are by their words,
/// and how much of what was needed the first one had. A poor draft that was never bettered is not close to a good
/// one.
final class Closeness {
    private Closeness() {}

    static double of(String first, Seen seenInFirst, String last, List<Step> needed) {
        var words = Signs.stems(first);
        var all = new HashSet<>(Signs.stems(last));
        all.addAll(words);
        var shared = new HashSet<>(Signs.stems(last));
        shared.retainAll(words);
        var alike = all.isEmpty() ? 0 : shared.size() / (double) all.size();
        var had = needed.stream().filter(seenInFirst.steps()::contains).count() / (double) Math.max(1, needed.size());
        return Math.min(alike, had);
    }
}
