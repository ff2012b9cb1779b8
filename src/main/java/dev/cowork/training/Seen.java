package dev.cowork.training;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a message shows, each with the sentence that shows it.
record Seen(Map<Sign, String> signs, Map<Fault, String> faults) {
    Seen {
        signs = new EnumMap<>(signs.isEmpty() ? new EnumMap<>(Sign.class) : signs);
        faults = new EnumMap<>(faults.isEmpty() ? new EnumMap<>(Fault.class) : faults);
    }

    static final Seen NOTHING = new Seen(Map.of(), Map.of());

    /// The sentence that earns a step of HEARD.
    Optional<String> earning(Step step) {
        return signs.entrySet().stream()
                .filter(seen -> seen.getKey().step() == step)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    Set<Step> steps() {
        return signs.keySet().stream().map(Sign::step).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return "Seen[" + signs.keySet() + ", " + faults.keySet() + "]";
    }
}
