package dev.cowork.bench;

import dev.cowork.launch.OwnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;

/// Makes a database as old as years of work would: sessions with their turns, facts, drafts, deliveries, posts and proposals,
/// and the tickets and counts of the dashboard. PostgreSQL makes the rows itself. What was committed is gone on from, so it
/// can be stopped at any moment.
///
/// Triggers and foreign keys are off meanwhile, but those that count: what is written is right by the way it is made.
public final class Fill {
    private static final int AT_ONCE = 500;
    private static final long SESSIONS = Long.parseLong(Bench.setting("SESSIONS", "1000000"));
    private static final int WORKSPACES = Integer.parseInt(Bench.setting("WORKSPACES", "1000"));
    private static final int TURNS = Integer.parseInt(Bench.setting("TURNS", "20"));

    private Fill() {}

    public static void main(String... arguments) throws SQLException, IOException {
        var given = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
        if (given != null && !given.isBlank()) {
            fill(given, System.getenv("QUARKUS_DATASOURCE_USERNAME"), System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
            return;
        }
        var data = Files.createDirectories(Path.of("target", "bench", "postgres"));
        try (var postgres = OwnPostgres.start(data, Map.of("max_wal_size", "4GB"))) {
            postgres.ensureDatabase("filled");
            fill(postgres.jdbcUrl("filled"), postgres.user(), postgres.password());
        }
    }

    private static void fill(String url, String user, String password) throws SQLException, IOException {
        Flyway.configure().dataSource(url, user, password).locations("db/migration").load().migrate();
        var script = Files.readString(Path.of("src", "bench", "sql", "sessions.sql"));
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("create table if not exists bench.filled (upto bigint not null)");
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            connection.setAutoCommit(false);
            var from = number(connection, "select coalesce(max(upto), 0) from bench.filled");
            var begun = System.nanoTime();
            for (var at = from; at < SESSIONS; at = Math.min(at + AT_ONCE, SESSIONS)) {
                var upto = Math.min(at + AT_ONCE, SESSIONS);
                statement.execute(script.formatted(at, upto, WORKSPACES, TURNS, SESSIONS));
                statement.execute("insert into bench.filled values (" + upto + ")");
                connection.commit();
                show(upto, (System.nanoTime() - begun) / 1e9 / (upto - from) * (SESSIONS - upto));
            }
            connection.setAutoCommit(true);
            System.out.println();
            statement.execute("vacuum analyze");
            var bytes = number(connection, "select pg_database_size(current_database())");
            System.out.printf(
                    Locale.ROOT,
                    "%d sessions, %d turns, %d proposals in %d workspaces: %.1f GiB, %d bytes a turn with all that belongs to it%n",
                    number(connection, "select count(*) from session"),
                    number(connection, "select count(*) from turn"),
                    number(connection, "select count(*) from proposal"),
                    number(connection, "select count(distinct workspace) from session"),
                    bytes / 1024.0 / 1024 / 1024,
                    bytes / Math.max(1, number(connection, "select count(*) from turn")));
        }
    }

    private static void show(long done, double secondsLeft) {
        var width = 40;
        var full = (int) (done * width / SESSIONS);
        System.out.printf(
                Locale.ROOT,
                "\r[%s%s] %3d %% %d sessions, %.0f min left  ",
                "#".repeat(full), " ".repeat(width - full), done * 100 / SESSIONS, done, Math.ceil(secondsLeft / 60));
        System.out.flush();
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
