package dev.cowork.proposal.precedent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The words of a case, each weighed by how rare it is: a word that stands in every case tells none apart.
///
/// @param shares in how many of all cases each word stands; a word that is not there is rarer than any that is
/// @param words the case's own, without endings, each once
record Words(Map<String, Double> shares, List<String> words) {
    /// As rare as what PostgreSQL does not count any more.
    private static final double RAREST = 0.0005;
    private static final int FEWEST = 3;
    private static final int MOST = 24;

    /// Which words to look for: the rarest ones, as long as not more cases than that are expected to have one.
    String rarest(double cases, int most) {
        var chosen = new ArrayList<String>();
        var expected = 0.0;
        var byRareness =
                words.stream().sorted(Comparator.comparingDouble(this::share)).toList();
        for (var word : byRareness) {
            expected += share(word) * cases;
            if (chosen.size() >= MOST || chosen.size() >= FEWEST && expected > most) {
                break;
            }
            chosen.add(word);
        }
        return query(chosen);
    }

    /// The same, knowing how rare other words are.
    Words knowing(Map<String, Double> more) {
        var all = new HashMap<>(shares);
        all.putAll(more);
        return new Words(all, words);
    }

    /// How much of the smaller of both is in the other: 1 where all of it is.
    double likeness(Collection<String> others) {
        var mine = weight(words);
        var theirs = weight(others);
        var shared = weight(words.stream().filter(others::contains).toList());
        return Math.min(mine, theirs) == 0 ? 0 : shared / Math.min(mine, theirs);
    }

    private double weight(Collection<String> of) {
        return of.stream()
                .mapToDouble(word -> -Math.log(Math.min(share(word), 0.9)))
                .sum();
    }

    private double share(String word) {
        return shares.getOrDefault(word, RAREST);
    }

    private static String query(List<String> chosen) {
        return chosen.stream()
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "'")
                .collect(Collectors.joining(" | "));
    }
}
