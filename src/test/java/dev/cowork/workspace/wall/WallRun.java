package dev.cowork.workspace.wall;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What the wall costs: the statements by which a delivery is stored, in pairs, as the owner without it and as the
/// running program with it. By hand; PostgreSQL of the tests does not wait for its disk, so that nothing hides the
/// difference.
public final class WallRun {
    private static final int ROUNDS = 15;
    private static final int EACH = 1_000;

    private WallRun() {}

    public static void main(String... arguments) throws SQLException {
        var source = TestDatabase.migrated();
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            store(connection, false, EACH);
            store(connection, true, EACH);
            var without = new ArrayList<Double>();
            var with = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                without.add(store(connection, false, EACH));
                with.add(store(connection, true, EACH));
            }
            System.out.printf(
                    Locale.ROOT,
                    "a stored delivery, median of %d rounds of %d: %.0f µs without the wall, %.0f µs with it%n",
                    ROUNDS,
                    EACH,
                    median(without),
                    median(with));
        }
        System.exit(0);
    }

    private static double median(List<Double> all) {
        Collections.sort(all);
        return all.get(all.size() / 2);
    }

    /// Microseconds each.
    private static double store(Connection connection, boolean isWalled, int number) throws SQLException {
        var begun = System.nanoTime();
        for (var i = 0; i < number; i++) {
            if (isWalled) {
                try (var serve = connection.prepareStatement(
                        "select set_config('role', ?, ?), set_config('cowork.workspace', ?, ?)")) {
                    serve.setString(1, "cowork_served");
                    serve.setBoolean(2, true);
                    serve.setString(3, "*");
                    serve.setBoolean(4, true);
                    serve.execute();
                }
            }
            var id = UUID.randomUUID().toString();
            run(
                    connection,
                    "select set_config('lock_timeout', '1000', true), set_config('statement_timeout', '1500', true)");
            run(
                    connection,
                    "insert into lane (name, workspace) select ?, 'T1' where not exists"
                            + " (select 1 from lane where lane.name = ?) on conflict do nothing",
                    "lane" + i % 50,
                    "lane" + i % 50);
            run(
                    connection,
                    "select name from lane where name = any (array[?]) order by name for no key update skip locked",
                    "lane" + i % 50);
            run(
                    connection,
                    "insert into inbox (workspace, key, lane, kind, body, received_at, due_at)"
                            + " values ('T1', ?, ?, 'k', 'a body of some length', now(), now()) on conflict do nothing",
                    id,
                    "lane" + i % 50);
            run(
                    connection,
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                            + " values ('INBOX', ?, now(), false, 1) on conflict do nothing",
                    "lane" + i % 50);
            connection.commit();
        }
        return (System.nanoTime() - begun) / 1_000.0 / number;
    }

    private static void run(Connection connection, String statement, String... values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            for (var i = 0; i < values.length; i++) {
                prepared.setString(i + 1, values[i]);
            }
            prepared.execute();
        }
    }
}
