package dev.cowork.chaos;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/// Looks all the time how long the longest silence is of a process that has work in hand: so long a dead one went
/// unnoticed.
final class Watching implements AutoCloseable {
    private static final String SILENCE = """
            select coalesce(max(extract(epoch from clock_timestamp() - last_heartbeat)), 0)
            from scheduled_tasks where picked""";

    private final DataSource database;
    private volatile boolean isOver;
    private volatile double longest;

    Watching(DataSource database) {
        this.database = database;
        Thread.ofVirtual().name("watching").start(this::watch);
    }

    Duration longestSilence() {
        return Duration.ofMillis((long) (longest * 1_000));
    }

    @Override
    public void close() {
        isOver = true;
    }

    private void watch() {
        while (!isOver) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(SILENCE)) {
                row.next();
                longest = Math.max(longest, row.getDouble(1));
            } catch (SQLException fallen) {
                // PostgreSQL is down just now.
            }
            Delivering.rest(Duration.ofMillis(500));
        }
    }
}
