package dev.cowork.impact.dashboard;

import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Comparison;
import dev.cowork.impact.comparison.Pair;
import dev.cowork.impact.comparison.Share;
import dev.cowork.impact.comparison.Sums;
import java.util.List;
import java.util.function.Function;

/// What tickets are compared by. `docs/metrics.md` defines each.
enum Measure {
    SATISFIED("Satisfied customers", Unit.SHARE, true, Side::satisfied, null),
    FIRST_CONTACT("Solved at first contact", Unit.SHARE, true, Side::firstContact, null),
    ESCALATED("Escalated", Unit.SHARE, false, Side::escalated, null),
    REOPENED("Opened again", Unit.SHARE, false, Side::reopened, null),
    MANAGER("A manager stepped in", Unit.SHARE, false, Side::manager, null),
    TIME("Typical time to the solution", Unit.TIME, false, null, Side::times),
    HANDLING("Handling time per ticket", Unit.MINUTES, false, null, Side::handling);

    enum Unit {
        /// Compared in points of a hundred.
        SHARE,
        /// Compared as a ratio.
        TIME,
        /// Compared in minutes.
        MINUTES
    }

    private final String shown;
    private final Unit unit;
    private final boolean isMoreBetter;
    private final Function<Side, Share> share;
    private final Function<Side, Sums> sums;

    @SuppressWarnings("NullAway")
    Measure(
            String shown,
            Unit unit,
            boolean isMoreBetter,
            @org.jspecify.annotations.Nullable Function<Side, Share> share,
            @org.jspecify.annotations.Nullable Function<Side, Sums> sums) {
        this.shown = shown;
        this.unit = unit;
        this.isMoreBetter = isMoreBetter;
        this.share = share;
        this.sums = sums;
    }

    String shown() {
        return shown;
    }

    /// In at most the twenty letters that Slack has room for beside a bar.
    String brief() {
        return switch (this) {
            case FIRST_CONTACT -> "First contact";
            case TIME -> "Time to solution";
            case HANDLING -> "Handling time";
            default -> shown;
        };
    }

    Unit unit() {
        return unit;
    }

    Compared in(List<Both> strata) {
        return switch (unit) {
            case SHARE -> Comparison.ofShares(pairs(strata, share), isMoreBetter);
            case TIME -> Comparison.ofTimes(pairs(strata, sums));
            case MINUTES -> Comparison.ofMeans(pairs(strata, sums));
        };
    }

    private static <T> List<Pair<T>> pairs(List<Both> strata, Function<Side, T> of) {
        return strata.stream()
                .map(both -> new Pair<>(of.apply(both.assisted()), of.apply(both.similar())))
                .toList();
    }
}
