package dev.cowork.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cowork.workspace.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The packaged bot dies at every named instant between Slack's request and the last word of the answer, at the first
/// that comes and at a later one, and is started again: nothing may be lost, doubled or out of order. Run by `make
/// chaos`; `CHAOS_POINTS` names, by a pattern, fewer of them.
@Tag("chaos")
class CrashPointsRun {
    private static final List<String> METHODS = List.of(
            "chat.postMessage",
            "chat.startStream",
            "chat.appendStream",
            "chat.stopStream",
            "chat.update",
            "agents.sessions.setStatus");
    private static final List<Integer> TIMES = List.of(1, 2);
    private static final List<Duration> SOON =
            Stream.of(0, 1, 2, 4, 8, 16, 30).map(Duration::ofSeconds).toList();
    /// Side by side: each mostly waits.
    private static final int TOWNS = 2;
    private static final long BEGUN = System.nanoTime();
    private static final Duration LONGEST = Duration.ofMinutes(35);
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(60);
    /// So that each death is noticed in seconds; what follows from it is the same.
    private static final Map<String, String> HURRIED = Map.of(
            "COWORK_DELIVERY_HEARTBEAT", "500ms",
            "COWORK_DELIVERY_LOOK_UP_AFTER", "1s");

    @Test
    void whereverTheProcessDiesNothingIsLostDoubledOrOutOfOrder() throws Exception {
        var home = ChaosRun.home();
        var all = instants().toList();
        var wrong = new ArrayList<String>();
        try (var towns = Executors.newFixedThreadPool(TOWNS)) {
            var parts = IntStream.range(0, TOWNS)
                    .mapToObj(
                            town -> towns.submit(() -> dieAtEach(every(TOWNS, town, all), home.resolve("town" + town))))
                    .toList();
            for (var part : parts) {
                wrong.addAll(part.get());
            }
        }
        ChaosRun.say(all.size() + " instants, " + wrong.size() + " of them wrong");
        assertEquals(List.of(), wrong);
    }

    private static <T> List<T> every(int step, int from, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % step == from)
                .mapToObj(all::get)
                .toList();
    }

    private static List<String> dieAtEach(List<String> instants, Path home) throws IOException, SQLException {
        var wrong = new ArrayList<String>();
        try (var town = new Town(home, 1, new Random(1), SOON, HURRIED)) {
            var bot = town.bots.getFirst();
            bot.start();
            ChaosRun.awaitReady(bot);
            town.people.openAll();
            ChaosRun.awaitQuiet(town, System.nanoTime());
            for (var instant : instants) {
                if (System.nanoTime() - BEGUN > LONGEST.toNanos()) {
                    wrong.add(instant + " was not tried: the others took " + LONGEST.toMinutes() + " minutes");
                    continue;
                }
                bot.kill();
                wrong.addAll(dieAt(instant, town, bot));
            }
        }
        return wrong;
    }

    private static List<String> dieAt(String instant, Town town, Bot bot) throws IOException, SQLException {
        bot.start("-Dcowork.crash-at=" + instant);
        ChaosRun.awaitReady(bot);
        var until = System.nanoTime() + REACHED_WITHIN.toNanos();
        while (bot.isAlive() && System.nanoTime() < until) {
            town.people.workOnACase();
            for (var i = 0; i < 30 && bot.isAlive(); i++) {
                town.people.press();
                Delivering.rest(Duration.ofMillis(200));
            }
        }
        if (bot.isAlive()) {
            return List.of(instant + " is never reached");
        }
        assertEquals(CrashPoint.EXIT_CODE, bot.exitCode(), instant);
        bot.start();
        ChaosRun.awaitReady(bot);
        town.people.press();
        var up = System.nanoTime();
        ChaosRun.awaitQuiet(town, up);
        var rescued = town.logged("without a place on the schedule");
        var verdict = Verdict.of(town.database().source(), town.world, town.people.told(), town.delivering, rescued);
        ChaosRun.say(instant + ": " + (verdict.isClean() ? "nothing lost" : "BREACH " + verdict.breaches())
                + ", quiet after " + (System.nanoTime() - up) / 1_000_000_000 + " s");
        return verdict.isClean() ? List.of() : List.of(instant + " " + verdict.breaches());
    }

    private static Stream<String> instants() {
        var wanted = Optional.ofNullable(System.getenv("CHAOS_POINTS"))
                .filter(it -> !it.isBlank())
                .orElse(".*");
        var found = Stream.of(CrashPoint.values())
                .flatMap(point -> switch (point) {
                    case SLACK_ASKED, SLACK_ANSWERED -> METHODS.stream().map(method -> point + "/" + method);
                    default -> Stream.of(point.name());
                })
                .flatMap(instant -> TIMES.stream().map(time -> instant + ":" + time))
                .filter(instant -> instant.matches(wanted))
                .toList();
        if (found.isEmpty()) {
            fail("CHAOS_POINTS names none: " + wanted);
        }
        return found.stream();
    }
}
