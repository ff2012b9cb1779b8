package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/// Tells the other processes at the same PostgreSQL that many come in here, and knows where many come in there: whoever
/// has a crowd holds a lock, and whoever wants to know tries to share it. Nothing is written for it, and with
/// the process or its line the lock is gone.
@ApplicationScoped
class Crowd {
    /// Among what a statement selects: whether nobody has a crowd just now. Asking disturbs nobody else who asks.
    static final String IS_NOWHERE = "pg_try_advisory_xact_lock_shared(160161033)";

    private static final String HOLD = "select pg_advisory_xact_lock(160161033)";
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final DataSource schedule;

    Crowd(@io.quarkus.agroal.DataSource("schedule") DataSource schedule) {
        this.schedule = schedule;
    }

    /// Tells it for as long as it is so, a second at most. Where another process tells it already, that is
    /// enough; where it cannot be told, this process gives way by itself.
    void tell(BooleanSupplier isSo, Duration step) throws InterruptedException {
        var until = System.nanoTime() + LONGEST.toNanos();
        try (var connection = schedule.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '500ms'");
                statement.execute(HOLD);
                rest(isSo, step, until);
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            rest(isSo, step, until);
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void rest(BooleanSupplier isSo, Duration step, long until) throws InterruptedException {
        while (isSo.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(step);
        }
    }

    /// Whether many come in at any process.
    boolean isAnywhere() {
        try (var connection = schedule.getConnection();
                var statement = connection.prepareStatement("select " + IS_NOWHERE);
                var rows = statement.executeQuery()) {
            return rows.next() && !rows.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
