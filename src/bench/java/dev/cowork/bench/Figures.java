package dev.cowork.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured, by name, once for each round.
final class Figures {
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double value) {
        rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    boolean has(String name) {
        return rounds.containsKey(name);
    }

    Map<String, List<Double>> all() {
        return rounds;
    }

    double median(String name) {
        return median(rounds.get(name));
    }

    /// The median of the ratios of each round: what changed between rounds does not count.
    Ratio ratio(String above, String below) {
        var each = new ArrayList<Double>();
        for (var i = 0; i < Math.min(rounds.get(above).size(), rounds.get(below).size()); i++) {
            each.add(rounds.get(above).get(i) / rounds.get(below).get(i));
        }
        return new Ratio(
                median(each),
                each.stream().mapToDouble(it -> it).min().orElseThrow(),
                each.stream().mapToDouble(it -> it).max().orElseThrow());
    }

    /// The median of several rounds, and the least and the most.
    record Ratio(double median, double least, double most) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
        }
    }

    String spread(String name) {
        var each = rounds.get(name);
        return String.format(
                Locale.ROOT,
                each.getFirst() >= 100 ? "%.0f (%.0f to %.0f)" : "%.2f (%.2f to %.2f)",
                median(each),
                each.stream().mapToDouble(it -> it).min().orElseThrow(),
                each.stream().mapToDouble(it -> it).max().orElseThrow());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
