package dev.cowork.session;

import dev.cowork.partner.Sorting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an opening came to: a draft at once, or to be worked out together; and whether the customer waits this minute.
///
/// @param line why, in one line
/// @param manyReasons what makes it a case for the specialists, where so much comes together; otherwise empty
record Triage(Way way, boolean isUrgent, String line, List<String> manyReasons) {
    /// So many reasons at once make a case that no single view does justice to.
    private static final int MANY = 3;
    private static final String TOGETHER = "Worked out together: ";
    private static final String PLAIN =
            "Quick draft: a plain question%s, and none of the five reasons to work it out" + " together";
    private static final String UNSURE = "no plain question that a draft alone would answer";
    private static final String URGENT = "Urgent%s, so a holding reply comes first. ";

    enum Way {
        QUICK,
        TOGETHER
    }

    Triage(Way way, boolean isUrgent, String line) {
        this(way, isUrgent, line, List.of());
    }

    /// By the kind of opening and the words in it; empty where they do not tell.
    ///
    /// @param isQuickWanted whether the agent asked for a draft at once
    /// @param isTooMuch whether more is at stake than the agent may grant alone
    static Optional<Triage> byRules(String opening, boolean isQuickWanted, boolean isTooMuch, Collection<String> told) {
        var signs = TriageSigns.in(told);
        var reasons = signs.reasons(Trigger.ofOpening(opening), isTooMuch);
        var urgent = signs.urgent();
        if (isQuickWanted) {
            return Optional.of(new Triage(Way.QUICK, false, wanted(reasons)));
        }
        if (!reasons.isEmpty()) {
            return Optional.of(together(reasons, urgent));
        }
        return signs.routine()
                .map(words -> new Triage(Way.QUICK, false, PLAIN.formatted(" (“" + words + "”)")))
                .or(() -> urgent.map(_ -> together(List.of(UNSURE), urgent)));
    }

    /// Where the rules did not tell and nobody could be asked.
    static Triage unsure() {
        return together(List.of(UNSURE), Optional.empty());
    }

    /// By the fast model. It may find a plain question only where it names no trigger.
    static Triage of(Sorting sorted) {
        var reasons = sorted.triggers().stream()
                .flatMap(name -> Trigger.of(name).stream())
                .distinct()
                .map(Trigger::words)
                .toList();
        if (sorted.isPlain() && reasons.isEmpty() && !sorted.isUrgent()) {
            return new Triage(Way.QUICK, false, PLAIN.formatted(""));
        }
        return together(
                reasons.isEmpty() ? List.of(UNSURE) : reasons, sorted.isUrgent() ? Optional.of("") : Optional.empty());
    }

    private static Triage together(List<String> reasons, Optional<String> urgent) {
        var first = urgent.map(words -> URGENT.formatted(words.isEmpty() ? "" : " (“" + words + "”)"))
                .orElse("");
        return new Triage(
                Way.TOGETHER,
                urgent.isPresent(),
                first + TOGETHER + String.join(" · ", reasons),
                reasons.size() >= MANY ? List.copyOf(reasons) : List.of());
    }

    private static String wanted(List<String> reasons) {
        return "Quick draft, as you asked"
                + (reasons.isEmpty()
                        ? ""
                        : ". It may take more than that: " + reasons.stream().collect(Collectors.joining(" · ")));
    }
}
