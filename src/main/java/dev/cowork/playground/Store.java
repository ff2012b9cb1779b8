package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Keeps the local Slack's things in one table of its own, so that they outlive a killed process.
///
/// Writes are collected and committed together; [#settle] waits until everything put so far is on disk.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Store {
    /// Hears of each stored thing once, at start.
    @FunctionalInterface
    interface Reader {
        void thing(String kind, String id, String body);
    }

    private record Key(String kind, String id) {}

    private static final String PUT = "insert into playground_thing (kind, id, body) values (?, ?, ?::json)"
            + " on conflict (kind, id) do update set body = excluded.body";
    private static final String REMOVE = "delete from playground_thing where kind = ? and id = ?";

    private final DataSource database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Map<Key, @Nullable String> waiting = new LinkedHashMap<>();
    private long put;
    private long written;
    private boolean stopping;
    private @Nullable SQLException broken;

    Store(DataSource database) {
        this.database = database;
    }

    /// Hands over what the table holds, and begins to write.
    void open(Reader reader) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select kind, id, body from playground_thing")) {
                while (rows.next()) {
                    reader.thing(rows.getString(1), rows.getString(2), rows.getString(3));
                }
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the playground cannot read its table in PostgreSQL", unreachable);
        }
        Thread.ofVirtual().name("playground-store").start(this::writeUntilStopped);
    }

    void put(String kind, String id, String body) {
        mark(new Key(kind, id), body);
    }

    void remove(String kind, String id) {
        mark(new Key(kind, id), null);
    }

    /// Returns when everything put before is committed.
    void settle() {
        lock.lock();
        try {
            long mine = put;
            while (written < mine && !stopping) {
                changed.awaitUninterruptibly();
                if (broken != null) {
                    throw new IllegalStateException("the playground cannot write to PostgreSQL", broken);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        settle();
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void mark(Key key, @Nullable String body) {
        lock.lock();
        try {
            waiting.remove(key);
            waiting.put(key, body);
            put++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void writeUntilStopped() {
        while (true) {
            Map<Key, @Nullable String> batch;
            long upTo;
            lock.lock();
            try {
                while (waiting.isEmpty() && !stopping) {
                    changed.awaitUninterruptibly();
                }
                if (stopping) {
                    return;
                }
                batch = waiting;
                waiting = new LinkedHashMap<>();
                upTo = put;
            } finally {
                lock.unlock();
            }
            finished(upTo, write(batch));
        }
    }

    private void finished(long upTo, @Nullable SQLException problem) {
        lock.lock();
        try {
            written = upTo;
            broken = problem;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable SQLException write(Map<Key, @Nullable String> batch) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var puts = connection.prepareStatement(PUT);
                    var removals = connection.prepareStatement(REMOVE)) {
                for (var change : batch.entrySet()) {
                    add(change.getKey(), change.getValue(), puts, removals);
                }
                puts.executeBatch();
                removals.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            return null;
        } catch (SQLException problem) {
            Log.errorf(problem, "the playground could not write %d things", batch.size());
            return problem;
        }
    }

    private static void add(Key key, @Nullable String body, PreparedStatement puts, PreparedStatement removals)
            throws SQLException {
        PreparedStatement statement = body == null ? removals : puts;
        statement.setString(1, key.kind());
        statement.setString(2, key.id());
        if (body != null) {
            statement.setString(3, body);
        }
        statement.addBatch();
    }
}
