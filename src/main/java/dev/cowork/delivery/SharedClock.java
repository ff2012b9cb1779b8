package dev.cowork.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/// The one clock of all processes: the machine's, put right by the database's. Heartbeats, leases and deadlines are
/// then about one time, also where one machine's clock is wrong.
@ApplicationScoped
@Unremovable
class SharedClock implements InstantSource {
    private static final int BEFORE_THE_DISPATCHER = 100;
    private static final Duration EVERY = Duration.ofSeconds(10);
    /// Closer than this the machine's clock is left alone: how long the question was on its way is not known better.
    private static final Duration IN_STEP = Duration.ofMillis(500);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(5);

    private final DataSource database;
    private final InstantSource machine;
    private final Thread asking;
    private volatile Duration behind = Duration.ZERO;

    @Inject
    SharedClock(DataSource database, MeterRegistry meters) {
        this(database, Clock.systemUTC());
        Gauge.builder("cowork.clock.behind.seconds", this, it -> it.behind.toMillis() / 1_000.0)
                .description("How far this machine's clock is behind the database's; 0 within half a second")
                .register(meters);
    }

    SharedClock(DataSource database, InstantSource machine) {
        this.database = database;
        this.machine = machine;
        this.asking = Thread.ofVirtual().name("shared-clock").unstarted(this::askAgainAndAgain);
    }

    void on(@Observes @Priority(BEFORE_THE_DISPATCHER) StartupEvent started) {
        ask();
        asking.start();
    }

    void on(@Observes ShutdownEvent stopping) {
        asking.interrupt();
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(behind);
    }

    /// Asks the database for its time. Where it does not answer, what was known before goes on being true.
    void ask() {
        try (var connection = database.getConnection()) {
            var begun = System.nanoTime();
            var before = machine.instant();
            var theirs = timeOf(connection);
            var halfWay = Duration.ofNanos((System.nanoTime() - begun) / 2);
            var now = Duration.between(before.plus(halfWay), theirs);
            set(now.abs().minus(halfWay).compareTo(IN_STEP) > 0 ? now : Duration.ZERO);
        } catch (SQLException e) {
            Log.debugf("the database was not asked for its time: %s", e.getMessage());
        }
    }

    private void set(Duration now) {
        var jumped = now.minus(behind).abs().compareTo(WORTH_A_WORD) > 0;
        behind = now;
        if (jumped) {
            Log.warnf(
                    "this machine's clock is %d s %s the database's, which is gone by; have the clocks kept in step",
                    now.abs().toSeconds(), now.isNegative() ? "ahead of" : "behind");
        }
    }

    private static Instant timeOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void askAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                ask();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
