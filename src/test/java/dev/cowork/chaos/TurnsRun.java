package dev.cowork.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many turns one, two and three processes of the packaged bot take on one machine, one crew after the other, and
/// whether all that was said is answered once and in order. By `make turns`; docs/bench.md has method and figures.
@Tag("process")
class TurnsRun {
    /// The first is what the others are compared with.
    private static final List<Integer> PROCESSES = Arrays.stream(
                    System.getProperty("cowork.turns.processes", "1,2,3").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int AGENTS = Integer.getInteger("cowork.turns.agents", 60);
    private static final int ROUNDS = Integer.getInteger("cowork.turns.rounds", 1);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("cowork.turns.seconds", 4));
    /// Of each process, before anything counts: compilers take their time.
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("cowork.turns.warm-up", 4));
    /// Nothing more: with both compilers each process would need minutes until nothing is compiled any more.
    private static final String[] JAVA = Stream.of(
                    System.getProperty("cowork.turns.java", "").split(","))
            .filter(it -> !it.isBlank())
            .toArray(String[]::new);

    private static final boolean STRICT = Boolean.getBoolean("cowork.turns.strict");
    private static final double LEAST = 0.9;

    private final List<Crew> crews = new ArrayList<>();
    private final Map<Integer, List<Double>> perSecond = new TreeMap<>();

    @BeforeEach
    void start() throws IOException {
        var home = ChaosRun.home();
        for (var size : PROCESSES) {
            var crew = new Crew(home.resolve("crew" + size), size);
            crews.add(crew);
            crew.start(JAVA);
        }
    }

    @AfterEach
    void stop() {
        crews.forEach(Crew::close);
    }

    @Test
    void threeProcessesTakeAsManyTurnsAsOneAndNothingIsLostDoubledOrOutOfOrder() throws SQLException, IOException {
        for (var crew : crews) {
            // Whoever has just started is not to be met by all at once.
            crew.talk(AGENTS / 6, WARM_UP.dividedBy(2));
            tell("warm-up of " + crew.size, crew.talk(AGENTS, WARM_UP.multipliedBy(crew.size)));
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var i = 0; i < crews.size(); i++) {
                // Each is the first of a round now and then.
                var crew = crews.get((round + i) % crews.size());
                var outcome = crew.talk(AGENTS, LENGTH);
                tell("processes: " + crew.size, outcome);
                perSecond.computeIfAbsent(crew.size, _ -> new ArrayList<>()).add(outcome.perSecond());
            }
        }
        for (var crew : crews) {
            assertEquals(Map.of(), crew.breaches(), "with processes: " + crew.size);
        }
        var fewer = PROCESSES.stream()
                .skip(1)
                .filter(size -> toOneAlone(size) < LEAST)
                .toList();
        if (STRICT) {
            assertEquals(List.of(), fewer, "so many processes take less than " + LEAST + " of the turns of one");
        }
    }

    private static void tell(String what, Crew.Outcome outcome) {
        var cost = outcome.cost();
        ChaosRun.say(
                ("%s: %.1f turns/s, median %.0f ms, p99 %.0f ms; a turn costs %.1f ms of the processors in the bot,"
                                + " %.1f ms in PostgreSQL, and %.1f transactions")
                        .formatted(
                                what,
                                outcome.perSecond(),
                                outcome.at(50),
                                outcome.at(99),
                                cost.botMillis(),
                                cost.postgresMillis(),
                                cost.transactionsOfOne()));
    }

    /// The median of the ratios of each round: what changed between rounds does not count.
    private double toOneAlone(int size) {
        var ratios = IntStream.range(0, ROUNDS)
                .mapToObj(round -> perSecond.get(size).get(round)
                        / perSecond.get(PROCESSES.getFirst()).get(round))
                .sorted()
                .toList();
        var median = ratios.get(ratios.size() / 2);
        ChaosRun.say("turns/s of %d processes, to %d alone: %.2f (%.2f to %.2f)"
                .formatted(size, PROCESSES.getFirst(), median, ratios.getFirst(), ratios.getLast()));
        return median;
    }
}
