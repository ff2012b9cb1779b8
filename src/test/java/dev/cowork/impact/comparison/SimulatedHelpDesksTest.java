package dev.cowork.impact.comparison;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.impact.comparison.Compared.Found;
import dev.cowork.impact.comparison.Compared.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Help desks of which the truth is known: over 500 of each kind the interval covers it in at least 93 of 100, and
/// where there is no difference "better" is said in at most 5 of 100. The same chance each time.
class SimulatedHelpDesksTest {
    private static final int RUNS = 500;
    private static final int TICKETS = 1_500;
    private static final int STRATA = 24;

    /// @param effect what a session adds to the share of satisfied customers
    /// @param faster by what a session multiplies the time to the solution
    /// @param pull how much more often a hard ticket gets a session; 0: hard and easy ones alike
    record World(String name, double effect, double faster, double pull) {}

    @Test
    void noEffect() {
        check(new World("no effect", 0, 1, 0));
    }

    @Test
    void noEffectAndHardTicketsGetSessions() {
        check(new World("no effect, confounded", 0, 1, 3));
    }

    @Test
    void smallEffect() {
        check(new World("small", 0.03, 0.95, 0));
    }

    @Test
    void smallEffectAndHardTicketsGetSessions() {
        check(new World("small, confounded", 0.03, 0.95, 3));
    }

    @Test
    void largeEffect() {
        check(new World("large", 0.15, 0.6, 0));
    }

    @Test
    void largeEffectAndHardTicketsGetSessions() {
        check(new World("large, confounded", 0.15, 0.6, 3));
    }

    /// What we guard against: without strata the same numbers mostly say "worse".
    @Test
    void comparedWithoutStrataHardTicketsSpeakAgainstSessions() {
        var world = new World("no effect, confounded", 0, 1, 3);
        var worse = 0;
        for (int run = 0; run < RUNS; run++) {
            var desk = new Desk(world, new SplittableRandom(run));
            var all = desk.shares.stream()
                    .reduce((one, other) -> new Pair<>(
                            one.assisted().plus(other.assisted()), one.similar().plus(other.similar())))
                    .orElseThrow();
            if (((Found) Comparison.ofShares(List.of(all), true)).reading() == Reading.WORSE) {
                worse++;
            }
        }
        assertTrue(worse > RUNS / 2, worse + " of " + RUNS);
    }

    private static void check(World world) {
        var shares = new Score();
        var times = new Score();
        for (int run = 0; run < RUNS; run++) {
            var desk = new Desk(world, new SplittableRandom(1_000 + run));
            shares.add((Found) Comparison.ofShares(desk.shares, true), world.effect());
            times.add((Found) Comparison.ofTimes(desk.times), world.faster());
        }
        assertAll(
                world.name(),
                () -> assertTrue(shares.covered >= 0.93 * RUNS, "shares covered in " + shares.covered),
                () -> assertTrue(times.covered >= 0.93 * RUNS, "times covered in " + times.covered),
                () -> assertTrue(world.effect() > 0 || shares.better <= 0.05 * RUNS, "better in " + shares.better),
                () -> assertTrue(world.faster() < 1 || times.better <= 0.05 * RUNS, "faster in " + times.better),
                () -> assertTrue(world.effect() < 0.1 || shares.better >= 0.95 * RUNS, "seen in " + shares.better),
                () -> assertTrue(world.faster() > 0.7 || times.better >= 0.95 * RUNS, "seen in " + times.better));
    }

    private static final class Score {
        private int covered;
        private int better;

        void add(Found found, double truth) {
            covered += found.interval().includes(truth) ? 1 : 0;
            better += found.reading() == Reading.BETTER ? 1 : 0;
        }
    }

    /// One help desk's tickets, each in a stratum; the harder the stratum, the less satisfied and the slower.
    private static final class Desk {
        private final List<Pair<Share>> shares = new ArrayList<>();
        private final List<Pair<Sums>> times = new ArrayList<>();

        Desk(World world, SplittableRandom chance) {
            var known = new long[STRATA][2];
            var satisfied = new long[STRATA][2];
            var sums = new double[STRATA][2];
            var squares = new double[STRATA][2];
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                var stratum = chance.nextInt(STRATA);
                var hardness = (double) stratum / STRATA;
                var side = chance.nextDouble() < 0.1 * (1 + world.pull() * hardness) ? 1 : 0;
                var happy = chance.nextDouble() < 0.8 - 0.5 * hardness + side * world.effect();
                var log = 4 + 2 * hardness + side * Math.log(world.faster()) + normal(chance);
                known[stratum][side]++;
                satisfied[stratum][side] += happy ? 1 : 0;
                sums[stratum][side] += log;
                squares[stratum][side] += log * log;
            }
            for (int stratum = 0; stratum < STRATA; stratum++) {
                shares.add(new Pair<>(
                        new Share(known[stratum][1], satisfied[stratum][1]),
                        new Share(known[stratum][0], satisfied[stratum][0])));
                times.add(new Pair<>(
                        new Sums(known[stratum][1], sums[stratum][1], squares[stratum][1]),
                        new Sums(known[stratum][0], sums[stratum][0], squares[stratum][0])));
            }
        }

        private static double normal(SplittableRandom chance) {
            return chance.nextGaussian();
        }
    }
}
