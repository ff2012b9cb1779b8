package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.launch.OwnPostgres;
import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Retention lets go of what `make fill` made, in a copy of it, while events come in: at their own pace, and an
/// answer's time counts from when its event was due. By `make age`.
@Tag("process")
class RetentionRun {
    private static final int PER_SECOND = Integer.getInteger("cowork.age.rate", 200);
    private static final Duration BEFORE = Duration.ofSeconds(Integer.getInteger("cowork.age.seconds", 60));
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int DAYS = 30;
    /// What we answer within, and a little for the way on a busy machine.
    private static final Duration NEVER_LATER = Duration.ofMillis(2_950);
    /// So much is quick whatever it was before; above it nobody may wait half as long again.
    private static final double QUICK = 50;

    private static final double MOST = 1.5;

    @TempDir
    Path home;

    private OwnPostgres postgres;
    private Program program;
    private Database database;

    @BeforeEach
    void start() throws IOException {
        Needed.program();
        postgres = OwnPostgres.start(
                Path.of(System.getProperty("cowork.age.postgres", "target/bench/postgres")),
                Map.of("shared_buffers", "1GB"));
        dropCopy();
        database("postgres").change("create database retained template filled strategy file_copy");
        database = database("retained");
        // They come as soon as the program starts, unless they stand on the schedule already.
        for (var chore : List.of("retention", "impact-forgetting")) {
            database.change(
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " values (?, 'recurring', now() + interval '50 minutes', false, 1)"
                            + " on conflict on constraint scheduled_tasks_pk do update set picked = false,"
                            + " last_success = null, execution_time = excluded.execution_time",
                    chore);
        }
        program = Program.start(
                Files.createDirectory(home.resolve("bot")),
                Program.freePort(),
                Map.of(
                        "COWORK_RETENTION_DAYS", String.valueOf(DAYS),
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl("retained"),
                        "QUARKUS_DATASOURCE_USERNAME", postgres.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                        "ANTHROPIC_API_KEY", "sk-standin"));
    }

    private Database database(String name) {
        return Database.at(postgres.jdbcUrl(name), postgres.user(), postgres.password());
    }

    private void dropCopy() {
        database("postgres").change("drop database if exists retained with (force)");
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.kill();
        }
        if (postgres != null) {
            dropCopy();
            postgres.close();
        }
    }

    @Test
    void lettingGoOfOldTurnsKeepsNobodyWaitingForAnAnswer() {
        new Steady("warming up").during(() -> true, Duration.ofSeconds(20));
        var now = database.one("select now()");
        var old = turns("<", now, DAYS);
        // What is nearly old may become so meanwhile.
        var young = turns(">", now, DAYS - 1);

        var before = new Steady("without retention").during(() -> true, BEFORE);

        database.change("update scheduled_tasks set execution_time = now(), version = version + 1"
                + " where task_name = 'retention' and not picked");
        var begun = System.nanoTime();
        var during = new Steady("beside retention").during(this::isAtWork, PATIENCE);
        var seconds = (System.nanoTime() - begun) / 1e9;

        Log.infof("%d old turns in %.0f s: %.0f a second", old, seconds, old / seconds);
        assertAll(
                () -> assertEquals(0, turns("<", now, DAYS), "old turns are gone"),
                () -> assertEquals(young, turns(">", now, DAYS - 1), "young ones are there"),
                before::assertInTime,
                during::assertInTime,
                () -> assertTrue(
                        during.p99() <= Math.max(QUICK, MOST * before.p99()),
                        "p99 of %.1f ms was %.1f ms beside retention".formatted(before.p99(), during.p99())));
    }

    /// Those of sessions that were closed before or after so many days ago.
    private long turns(String beforeOrAfter, String now, int days) {
        return database.count(
                "select count(*) from turn t join session s on s.workspace = t.workspace and s.id = t.session"
                        + " where s.closed_at " + beforeOrAfter + " cast(? as timestamptz) - ? * interval '1 day'",
                now,
                days);
    }

    private boolean isAtWork() {
        return database.count("select count(*) from scheduled_tasks where task_name = 'retention'"
                        + " and (picked or last_success is null)")
                > 0;
    }

    /// Slack, which sends whether it is answered or not.
    private final class Steady {
        private final Door door = new Door(program.address().resolve("slack/events"));
        private final String what;
        private final Queue<Long> micros = new ConcurrentLinkedQueue<>();
        private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();
        private long[] sorted = {};

        Steady(String what) {
            this.what = what;
        }

        Steady during(BooleanSupplier on, Duration atMost) {
            var apart = 1_000_000_000L / PER_SECOND;
            var goesOn = new AtomicBoolean(true);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> {
                    while (goesOn.get()) {
                        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                        goesOn.compareAndSet(true, on.getAsBoolean());
                    }
                });
                var first = System.nanoTime();
                for (var i = 0L; goesOn.get() && i * apart < atMost.toNanos(); i++) {
                    var due = first + i * apart;
                    LockSupport.parkNanos(due - System.nanoTime());
                    var workspace = "TLOAD" + i % 10;
                    threads.submit(() -> one(workspace, due));
                }
                goesOn.set(false);
            }
            sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
            Log.infof(
                    "%d events, %d a second, %s: median %.1f ms, p99 %.1f ms, slowest %d ms",
                    sorted.length,
                    PER_SECOND,
                    what,
                    sorted[sorted.length / 2] / 1e3,
                    p99(),
                    slowest().toMillis());
            return this;
        }

        private void one(String workspace, long due) {
            var status = door.post(Requests.JSON, Requests.event(workspace, Requests.unique("Ev")));
            micros.add((System.nanoTime() - due) / 1_000);
            if (status != 200) {
                refused.add(status);
            }
        }

        double p99() {
            return sorted[sorted.length * 99 / 100] / 1e3;
        }

        private Duration slowest() {
            return Duration.ofNanos(sorted[sorted.length - 1] * 1_000);
        }

        void assertInTime() {
            assertEquals(List.of(), List.copyOf(refused), what + ": all are accepted at once");
            assertTrue(slowest().compareTo(NEVER_LATER) < 0, what + ": one was answered after " + slowest());
        }
    }
}
