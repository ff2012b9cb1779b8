package dev.cowork.proposal.precedent;

import dev.cowork.slack.SlackText;
import dev.cowork.workspace.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The nearest precedents of a case, and what they say to the amount asked for now.
record Likeness(List<Precedent> nearest, Money asked) {
    private static final int LONGEST_REASON = 200;

    /// `3 like this: 2 approved, $40.00 to $60.00; 1 declined because “…”`, and whether this departs from them. In
    /// Slack's markdown; empty where there is none.
    String words() {
        if (nearest.isEmpty()) {
            return "";
        }
        var granted = amounts();
        var declined = nearest.stream().filter(it -> !it.isGranted()).toList();
        var parts = new ArrayList<String>();
        if (!granted.isEmpty()) {
            parts.add("%d approved, %s".formatted(granted.size(), range(granted.getFirst(), granted.getLast())));
        }
        if (!declined.isEmpty()) {
            parts.add("%d declined because “%s”".formatted(declined.size(), why(declined)));
        }
        return "%d like this: %s.%s"
                .formatted(
                        nearest.size(),
                        String.join("; ", parts),
                        departure(granted).map(it -> "\n:warning: " + it).orElse(""));
    }

    /// Why what is asked for now is not what was done before.
    private Optional<String> departure(List<Money> granted) {
        if (granted.isEmpty()) {
            return Optional.of("This departs from them: every case like it was declined.");
        }
        if (!asked.isWithin(granted.getLast())) {
            return Optional.of("This departs from them: it is more than was ever granted, which is "
                    + granted.getLast().shown() + ".");
        }
        return granted.getFirst().isWithin(asked)
                ? Optional.empty()
                : Optional.of("This departs from them: it is less than was ever granted, which is "
                        + granted.getFirst().shown() + ".");
    }

    private List<Money> amounts() {
        return nearest.stream()
                .flatMap(it -> it.granted().stream())
                .sorted(Comparator.comparingLong(Money::minor))
                .toList();
    }

    private static String range(Money least, Money most) {
        return least.equals(most) ? most.shown() : least.shown() + " to " + most.shown();
    }

    /// The newest reason.
    private static String why(List<Precedent> declined) {
        return declined.stream()
                .max(Comparator.comparing(Precedent::decidedAt))
                .map(Precedent::reason)
                .map(reason -> SlackText.escaped(SlackText.cut(reason.strip().replaceAll("\\s+", " "), LONGEST_REASON)))
                .orElse("");
    }
}
