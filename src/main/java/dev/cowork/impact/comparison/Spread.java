package dev.cowork.impact.comparison;

/// How far the numbers of one side lie from the means of their strata, pooled over the strata.
final class Spread {
    private double around;
    private long numbers;
    private int strata;
    private double leverage;

    void add(Sums sums, double weight) {
        around += sums.spread();
        numbers += sums.known();
        strata++;
        leverage += weight * weight / sums.known();
    }

    /// Of the weighted sum of the differences. Where one side has a single number in each stratum, it is taken to
    /// be as spread as the other.
    static double variance(Spread one, Spread other) {
        var all = one.free() + other.free();
        if (all == 0) {
            return 0;
        }
        var pooled = (one.around + other.around) / all;
        return one.leverage * one.squared(pooled) + other.leverage * other.squared(pooled);
    }

    private double squared(double pooled) {
        return free() < Comparison.FEWEST / 2 ? pooled : around / free();
    }

    private long free() {
        return numbers - strata;
    }
}
