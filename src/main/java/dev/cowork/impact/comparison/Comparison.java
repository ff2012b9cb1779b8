package dev.cowork.impact.comparison;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/// Compares assisted tickets with similar ones, stratum by stratum: only within a stratum, where tickets are alike,
/// is one side held against the other.
///
/// Shares are compared by the Mantel-Haenszel risk difference with Sato's variance, which holds for many small
/// strata as for few large ones. Means are compared by the difference of the strata's means with the same weights;
/// the spread of each side is pooled over the strata. Intervals are of 95 %, with Student's t for the smaller side.
public final class Comparison {
    /// With fewer on either side nothing is said.
    public static final int FEWEST = 20;

    private static final double TAIL = 0.975;

    private Comparison() {}

    /// @param isMoreBetter whether a larger share is the better one
    public static Compared ofShares(List<Pair<Share>> strata, boolean isMoreBetter) {
        long assisted = 0;
        long similar = 0;
        long alone = 0;
        double weights = 0;
        double ofAssisted = 0;
        double ofSimilar = 0;
        double p = 0;
        double q = 0;
        for (var stratum : strata) {
            double m1 = stratum.assisted().known();
            double m0 = stratum.similar().known();
            if (m1 == 0 || m0 == 0) {
                alone += stratum.assisted().known();
                continue;
            }
            double a = stratum.assisted().yes();
            double b = stratum.similar().yes();
            double n = m1 + m0;
            assisted += stratum.assisted().known();
            similar += stratum.similar().known();
            weights += m1 * m0 / n;
            ofAssisted += a * m0 / n;
            ofSimilar += b * m1 / n;
            p += (m1 * m1 * b - m0 * m0 * a + m1 * m0 * (m0 - m1) / 2) / (n * n);
            q += (a * (m0 - b) + b * (m1 - a)) / (2 * n);
        }
        if (assisted < FEWEST || similar < FEWEST) {
            return new Compared.TooFew(assisted, similar);
        }
        var difference = (ofAssisted - ofSimilar) / weights;
        var error = Math.sqrt(Math.max(0, difference * p + q)) / weights;
        var interval = around(difference, error, Math.min(assisted, similar)).clamped(-1, 1);
        return new Compared.Found(
                assisted,
                similar,
                ofAssisted / weights,
                ofSimilar / weights,
                difference,
                interval,
                reading(interval, 0, isMoreBetter),
                alone);
    }

    /// Of numbers of which less is better.
    public static Compared ofMeans(List<Pair<Sums>> strata) {
        long assisted = 0;
        long similar = 0;
        long alone = 0;
        double weights = 0;
        double ofAssisted = 0;
        double ofSimilar = 0;
        var spread = new Spread();
        var otherSpread = new Spread();
        for (var stratum : strata) {
            var one = stratum.assisted();
            var other = stratum.similar();
            if (one.known() == 0 || other.known() == 0) {
                alone += one.known();
                continue;
            }
            var weight = (double) one.known() * other.known() / (one.known() + other.known());
            assisted += one.known();
            similar += other.known();
            weights += weight;
            ofAssisted += weight * one.mean();
            ofSimilar += weight * other.mean();
            spread.add(one, weight);
            otherSpread.add(other, weight);
        }
        if (assisted < FEWEST || similar < FEWEST) {
            return new Compared.TooFew(assisted, similar);
        }
        var difference = (ofAssisted - ofSimilar) / weights;
        var error = Math.sqrt(Spread.variance(spread, otherSpread)) / weights;
        var interval = around(difference, error, Math.min(assisted, similar));
        return new Compared.Found(
                assisted,
                similar,
                ofAssisted / weights,
                ofSimilar / weights,
                difference,
                interval,
                reading(interval, 0, false),
                alone);
    }

    /// Of times, whose logarithms are given: a few very long ones must not decide it. The difference is a ratio,
    /// 0.8 where it took a fifth less; the values are typical times, each the geometric mean.
    public static Compared ofTimes(List<Pair<Sums>> logarithms) {
        return switch (ofMeans(logarithms)) {
            case Compared.TooFew few -> few;
            case Compared.Found found ->
                new Compared.Found(
                        found.assisted(),
                        found.similar(),
                        Math.exp(found.assistedValue()),
                        Math.exp(found.similarValue()),
                        Math.exp(found.difference()),
                        new Interval(
                                Math.exp(found.interval().from()),
                                Math.exp(found.interval().to())),
                        found.reading(),
                        found.alone());
        };
    }

    private static Interval around(double value, double error, long smallerSide) {
        var width = error * TDistribution.of(smallerSide - 1).inverseCumulativeProbability(TAIL);
        return new Interval(value - width, value + width);
    }

    private static Compared.Reading reading(Interval interval, double none, boolean isMoreBetter) {
        if (interval.includes(none)) {
            return Compared.Reading.NO_DIFFERENCE_SHOWN;
        }
        return interval.from() > none == isMoreBetter ? Compared.Reading.BETTER : Compared.Reading.WORSE;
    }
}
