package dev.cowork.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// What durability costs at least with one commit each: a prepared `INSERT` of one request's body and a `COMMIT`, by bare
/// JDBC. No HTTP, no signature.
final class Floor {
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private Floor() {}

    static void prepare(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_floor (id bigint generated always as identity primary key,"
                    + " workspace text not null, key text not null, body text not null,"
                    + " received_at timestamptz not null default now(), unique (workspace, key))");
        }
    }

    static Load.Outcome run(Database database, int connections, Duration length) throws InterruptedException {
        var all = new ArrayList<Load.Times>();
        var threads = new ArrayList<Thread>();
        var wrong = new ConcurrentLinkedQueue<String>();
        var connected = new CountDownLatch(connections);
        var go = new CountDownLatch(1);
        var body = Requests.body(Requests.Kind.EVENT);
        for (var i = 0; i < connections; i++) {
            var times = new Load.Times();
            all.add(times);
            threads.add(Thread.ofPlatform().start(() -> {
                try (var connection = database.connect()) {
                    connection.setAutoCommit(false);
                    connected.countDown();
                    go.await();
                    insert(connection, body, length, times);
                } catch (SQLException e) {
                    wrong.add(e.toString());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    connected.countDown();
                }
            }));
        }
        connected.await();
        var begun = System.nanoTime();
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return Load.outcome(all, System.nanoTime() - begun, wrong.size(), wrong.isEmpty() ? "" : wrong.peek());
    }

    private static void insert(Connection connection, String body, Duration length, Load.Times times) throws SQLException {
        var end = System.nanoTime() + length.toNanos();
        try (var insert = connection.prepareStatement("insert into bench_floor (workspace, key, body) values (?, ?, ?)")) {
            for (var from = System.nanoTime(); from < end; from = System.nanoTime()) {
                insert.setString(1, "TBENCH");
                insert.setString(2, "event:Ev" + NUMBER.incrementAndGet());
                insert.setString(3, body);
                insert.executeUpdate();
                connection.commit();
                times.add(System.nanoTime() - from);
            }
        }
    }

    /// How to reach the PostgreSQL that all share.
    record Database(String url, String user, String password) {
        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }
}
