package dev.cowork.training;

import java.util.List;

/// How much the coach helps. It fades as a trainee's first drafts come closer to their final ones.
enum Help {
    /// Asks what to think of, hints after one try, tells after two.
    FULL,
    /// Asks openly first; one rung more before anything is told.
    SOME,
    /// Begins with the trainee's own draft.
    LITTLE;

    private static final double CLOSE = 0.5;
    private static final double VERY_CLOSE = 0.8;
    private static final int LATEST = 3;

    /// Fades slowly: a drill that was not practised yet counts as nothing close.
    ///
    /// @param closeness of the trainee's coached drills that ended, newest first
    static Help after(List<Double> closeness) {
        var mean = closeness.stream()
                        .limit(LATEST)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / LATEST;
        return mean >= VERY_CLOSE ? LITTLE : mean >= CLOSE ? SOME : FULL;
    }
}
