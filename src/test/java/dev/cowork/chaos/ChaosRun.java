package dev.cowork.chaos;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Three processes of the packaged bot under load while everything goes wrong, and then nothing may be lost, doubled or
/// out of order. Run by `make chaos`; `CHAOS_SEED` plays the same mischief again, `CHAOS_MINUTES` and `CHAOS_RATE` say
/// for how long and at how many events a second.
@Tag("chaos")
class ChaosRun {
    private static final long BEGUN = System.nanoTime();
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);
    private static final Duration BRIDGED_WITHIN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final long seed = number("CHAOS_SEED").orElseGet(() -> new Random().nextLong(1_000_000));
    private final Duration length = Duration.ofMinutes(number("CHAOS_MINUTES").orElse(5L));
    private final int rate = number("CHAOS_RATE").orElse(60L).intValue();

    @Test
    void nothingIsLostNothingIsDoubledNothingIsOutOfOrder() throws IOException, SQLException {
        var home = home();
        say("seed " + seed + ", " + length.toMinutes() + " minutes at " + rate + " events a second; logs in " + home);
        var random = new Random(seed);
        try (var town = new Town(home, 3, random, Delivering.AS_SLACK_DOES, Map.of())) {
            start(town);
            var watch = new Watching(town.database().source());
            var mischief = new Mischief(town, new Random(random.nextLong()));
            var offered = new AtomicInteger();
            var end = System.nanoTime() + length.toNanos();
            var load = Thread.ofVirtual().start(() -> load(town.people, end, offered));
            var presses = Thread.ofVirtual().start(() -> press(town.people, end));
            mischief.until(() -> System.nanoTime() > end);
            join(load);
            join(presses);
            say("healed; " + offered + " events were told");
            var drained = drain(town);
            watch.close();
            report(town, mischief, watch, offered.get(), drained);
        }
    }

    private void report(Town town, Mischief mischief, Watching watch, int offered, Duration drained)
            throws SQLException, IOException {
        var rescued = town.logged("without a place on the schedule");
        var verdict = Verdict.of(town.database().source(), town.world, town.people.told(), town.delivering, rescued);
        var acks = town.delivering.acknowledgements();
        say("mischief " + mischief.done());
        say("events " + offered + " told, " + town.delivering.accepted().size()
                + " acknowledged with echoes and twins, " + town.delivering.neverAccepted() + " never accepted");
        say("acknowledged: p50 " + at(acks, 50) + " ms, p99 " + at(acks, 99) + " ms, longest " + at(acks, 100) + " ms");
        verdict.numbers().forEach((what, number) -> say(what + ": " + number));
        say("a dead process was noticed within " + seconds(watch.longestSilence()) + ", PostgreSQL bridged within "
                + seconds(town.delivering.longestGap()) + ", all drained " + seconds(drained) + " after healing");
        say("calls against a limit that was told: " + town.slack.disobeyed());
        verdict.breaches()
                .forEach((breach, all) -> say("BREACH " + breach + ": " + all.size() + ", such as "
                        + all.subList(0, Math.min(8, all.size()))));
        say(verdict.isClean() ? "0 lost, 0 doubled, 0 out of order" : "NOT CLEAN, seed " + seed);
        var numbers = verdict.numbers();
        var wanted = length.toSeconds() * rate * 98 / 100;
        assertAll(
                () -> assertTrue(offered >= wanted, offered + " events were told, at least " + wanted + " were wanted"),
                // What is refused while everything is down is neither here nor there, but most must get in.
                () -> assertTrue(
                        town.delivering.neverAccepted() * 4 < offered,
                        town.delivering.neverAccepted() + " of " + offered + " events were never accepted"),
                () -> assertTrue(
                        numbers.get("turns") >= 10 * length.toMinutes(), "only " + numbers.get("turns") + " turns"),
                () -> assertTrue(numbers.get("decisions") > 0, "nothing was decided, so nothing is known of decisions"),
                () -> assertTrue(
                        verdict.isClean(),
                        () -> "seed " + seed + ": " + verdict.breaches().keySet()),
                () -> assertEquals(0, town.slack.disobeyed(), "calls against a limit that was told"),
                () -> assertTrue(watch.longestSilence().compareTo(NOTICED_WITHIN) <= 0, "a dead process lay too long"),
                () -> assertTrue(
                        town.delivering.longestGap().compareTo(BRIDGED_WITHIN) <= 0, "PostgreSQL was away too long"));
    }

    static void start(Town town) throws IOException {
        // One brings the schema up to date before the others come.
        for (var bot : town.bots) {
            bot.start();
            awaitReady(bot);
        }
        town.people.openAll();
    }

    static void awaitReady(Bot bot) {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!bot.isReady()) {
            if (!bot.isAlive() || System.nanoTime() > until) {
                throw new AssertionError(bot.name + " does not come up; its log is " + bot.log());
            }
            Delivering.rest(Duration.ofMillis(200));
        }
    }

    /// Waits until nothing waits any more. What failed is taken up again when people go on writing.
    private static Duration drain(Town town) {
        var healed = System.nanoTime();
        town.people.press();
        town.bots.forEach(ChaosRun::awaitReady);
        for (var round = 0; round < 5; round++) {
            awaitQuiet(town, healed);
            var failed = town.database().all("""
                    select distinct s.thread_ts from turn t join session s on s.workspace = t.workspace and s.id = t.session
                    where t.state <> 'ANSWERED'""");
            if (failed.isEmpty()) {
                break;
            }
            town.people.sayOnceMore(failed);
        }
        return Duration.ofNanos(System.nanoTime() - healed);
    }

    static void awaitQuiet(Town town, long since) {
        var quiet = 0;
        while (quiet < 3) {
            Delivering.rest(Duration.ofSeconds(1));
            var waiting = waiting(town);
            quiet = waiting == 0 && town.delivering.underWay() == 0 ? quiet + 1 : 0;
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                say("still not drained: " + waiting + " wait");
                return;
            }
        }
    }

    private static long waiting(Town town) {
        return town.database().count("""
                select (select count(*) from inbox where state = 'WAITING')
                    + (select count(*) from outbox where state in ('PENDING', 'SENDING', 'UNKNOWN'))""");
    }

    private void load(People people, long end, AtomicInteger offered) {
        var begun = System.nanoTime();
        while (System.nanoTime() < end) {
            var due = (System.nanoTime() - begun) / 1_000_000_000.0 * rate;
            while (offered.get() < due) {
                people.doSomething();
                offered.incrementAndGet();
            }
            Delivering.rest(Duration.ofMillis(5));
        }
    }

    private static void press(People people, long end) {
        while (System.nanoTime() < end) {
            people.press();
            Delivering.rest(Duration.ofSeconds(1));
        }
    }

    static void say(String what) {
        System.err.printf("[chaos %4d s] %s%n", (System.nanoTime() - BEGUN) / 1_000_000_000, what);
    }

    static Path home() throws IOException {
        return Files.createDirectories(Path.of("target", "chaos", Long.toString(System.currentTimeMillis()))
                .toAbsolutePath());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1_000.0);
    }

    private static Optional<Long> number(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(it -> !it.isBlank())
                .map(Long::valueOf);
    }
}
