package dev.cowork.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many turns one, two and three processes of the packaged bot take on one machine, by turns, and whether
/// everything
/// that was said is answered once and in order. By `make turns`; docs/bench.md has the method and the figures.
@Tag("process")
class TurnsRun {
    private static final int MOST = 3;
    private static final int AGENTS = Integer.getInteger("cowork.turns.agents", 60);
    private static final int ROUNDS = Integer.getInteger("cowork.turns.rounds", 1);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("cowork.turns.seconds", 4));
    /// Of each process, before anything counts: compilers take their time.
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("cowork.turns.warm-up", 4));
    private static final boolean STRICT = Boolean.getBoolean("cowork.turns.strict");
    private static final double LEAST = 0.9;

    private final List<Crew> crews = new ArrayList<>();
    private final Map<Integer, List<Double>> perSecond = new TreeMap<>();

    @BeforeEach
    void start() throws IOException {
        var home = ChaosRun.home();
        for (var size = 1; size <= MOST; size++) {
            var crew = new Crew(home.resolve("crew" + size), size);
            crews.add(crew);
            // As in production: both compilers.
            crew.start("-XX:TieredStopAtLevel=4");
        }
    }

    @AfterEach
    void stop() {
        crews.forEach(Crew::close);
    }

    @Test
    void threeProcessesTakeAsManyTurnsAsOneAndNothingIsLostDoubledOrOutOfOrder() throws SQLException, IOException {
        for (var crew : crews) {
            tell("warm-up of " + crew.size, crew.talk(AGENTS, WARM_UP.multipliedBy(crew.size)));
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var i = 0; i < MOST; i++) {
                // Each is the first of a round now and then.
                var crew = crews.get((round + i) % MOST);
                var outcome = crew.talk(AGENTS, LENGTH);
                tell("processes: " + crew.size, outcome);
                perSecond.computeIfAbsent(crew.size, _ -> new ArrayList<>()).add(outcome.perSecond());
            }
        }
        for (var crew : crews) {
            assertEquals(Map.of(), crew.breaches(), "with processes: " + crew.size);
        }
        IntStream.rangeClosed(2, MOST).forEach(this::hold);
    }

    private static void tell(String what, Crew.Outcome outcome) {
        ChaosRun.say("%s, %.1f turns/s, median %.0f ms, p99 %.0f ms, the bot's processor time %.1f ms a turn"
                .formatted(what, outcome.perSecond(), outcome.at(50), outcome.at(99), outcome.processorMillisForOne()));
    }

    /// The median of the ratios of each round: what changed between rounds does not count.
    private void hold(int size) {
        var ratios = IntStream.range(0, ROUNDS)
                .mapToObj(round ->
                        perSecond.get(size).get(round) / perSecond.get(1).get(round))
                .sorted()
                .toList();
        var median = ratios.get(ratios.size() / 2);
        ChaosRun.say("turns/s of %d processes, to one's alone: %.2f (%.2f to %.2f)"
                .formatted(size, median, ratios.getFirst(), ratios.getLast()));
        if (STRICT) {
            assertTrue(median >= LEAST, size + " processes take " + median + " of the turns of one");
        }
    }
}
