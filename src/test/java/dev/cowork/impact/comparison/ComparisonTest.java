package dev.cowork.impact.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.impact.comparison.Compared.Found;
import dev.cowork.impact.comparison.Compared.Reading;
import dev.cowork.impact.comparison.Compared.TooFew;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of small, worked-out examples.
class ComparisonTest {
    @Test
    void saysNothingBelowTwenty() {
        var strata = List.of(new Pair<>(new Share(19, 19), new Share(1_000, 0)));

        assertEquals(new TooFew(19, 1_000), Comparison.ofShares(strata, true));
        assertEquals(
                new TooFew(19, 1_000),
                Comparison.ofMeans(List.of(new Pair<>(new Sums(19, 1, 1), new Sums(1_000, 1, 1)))));
    }

    @Test
    void countsOnlyTicketsThatHaveSimilarOnes() {
        var strata = List.of(
                new Pair<>(new Share(30, 15), new Share(60, 30)),
                new Pair<>(new Share(500, 500), Share.NONE),
                new Pair<>(Share.NONE, new Share(70, 0)));

        var found = assertInstanceOf(Found.class, Comparison.ofShares(strata, true));

        assertEquals(30, found.assisted());
        assertEquals(60, found.similar());
        assertEquals(500, found.alone());
        assertEquals(0, found.difference(), 1e-12);
        assertEquals(Reading.NO_DIFFERENCE_SHOWN, found.reading());
    }

    /// Worked out by hand for one stratum, where it is the plain difference of two shares, 0.6 and 0.5 of 100 each.
    /// The error is the root of 0.1 * P + Q, over 50; P is 0.25 * (50 - 60) and Q is (60 * 50 + 50 * 40) / 400.
    @Test
    void agreesWithTheTextbook() {
        var found = assertInstanceOf(
                Found.class, Comparison.ofShares(List.of(new Pair<>(new Share(100, 60), new Share(100, 50))), true));

        assertEquals(0.1, found.difference(), 1e-12);
        var error = Math.sqrt(0.1 * -2.5 + 12.5) / 50;
        assertEquals(0.1 - 1.9842169515 * error, found.interval().from(), 1e-8);
        assertEquals(0.1 + 1.9842169515 * error, found.interval().to(), 1e-8);
    }

    @Test
    void isNotFooledByHardTickets() {
        // In each stratum assisted tickets do better; all together they do worse, because they are mostly the hard
        // ones.
        var strata = List.of(
                new Pair<>(new Share(1_000, 450), new Share(1_000, 350)),
                new Pair<>(new Share(100, 95), new Share(10_000, 9_000)));

        var found = assertInstanceOf(Found.class, Comparison.ofShares(strata, true));

        var crude = 545.0 / 1_100 - 9_350.0 / 11_000;
        assertTrue(crude < -0.3, "all together they do worse: " + crude);
        assertEquals(Reading.BETTER, found.reading());
        assertEquals(found.difference(), found.assistedValue() - found.similarValue(), 1e-12);
    }

    @Test
    void knowsWhatIsBetter() {
        var more = List.of(new Pair<>(new Share(1_000, 600), new Share(1_000, 300)));
        assertEquals(Reading.BETTER, found(Comparison.ofShares(more, true)).reading());
        assertEquals(Reading.WORSE, found(Comparison.ofShares(more, false)).reading());

        var longer = List.of(new Pair<>(new Sums(100, 500, 2_600), new Sums(100, 300, 1_000)));
        assertEquals(Reading.WORSE, found(Comparison.ofMeans(longer)).reading());
    }

    @Test
    void tellsTimesAsARatio() {
        // Logarithms around ln 60 and ln 120.
        var half = List.of(new Pair<>(around(Math.log(60), 200), around(Math.log(120), 300)));

        var found = found(Comparison.ofTimes(half));

        assertEquals(0.5, found.difference(), 1e-9);
        assertEquals(60, found.assistedValue(), 1e-6);
        assertEquals(120, found.similarValue(), 1e-6);
        assertTrue(found.interval().from() < 0.5
                && found.interval().to() > 0.5
                && found.interval().to() < 0.6);
        assertEquals(Reading.BETTER, found.reading());
    }

    @Test
    void bearsStrataOfOneEach() {
        var strata = java.util.stream.IntStream.range(0, 40)
                .mapToObj(_ -> new Pair<>(new Share(1, 1), new Share(1, 0)))
                .toList();

        var found = found(Comparison.ofShares(strata, true));

        assertEquals(1, found.difference(), 1e-12);
        assertTrue(found.interval().from() > 0.5, found.toString());
    }

    private static Found found(Compared compared) {
        return assertInstanceOf(Found.class, compared);
    }

    /// Half of them one above, half one below.
    private static Sums around(double mean, int number) {
        return new Sums(number, number * mean, number * (mean * mean + 1));
    }
}
