package dev.cowork.launch;

import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_JDBC_URL;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_PASSWORD;
import static dev.cowork.launch.Variable.QUARKUS_DATASOURCE_USERNAME;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The configured database, to be read beside the running bot or without it. Where the database is the bot's own and
/// nobody runs it, it is started for as long as it is read.
final class AuditDatabase implements AutoCloseable {
    private final Connection connection;
    private final @Nullable OwnPostgres started;

    private AuditDatabase(Connection connection, @Nullable OwnPostgres started) {
        this.connection = connection;
        this.started = started;
    }

    static AuditDatabase reach(Settings settings) throws SQLException {
        var given = settings.get(QUARKUS_DATASOURCE_JDBC_URL);
        if (given.isPresent()) {
            return new AuditDatabase(
                    open(
                            given.get(),
                            settings.get(QUARKUS_DATASOURCE_USERNAME).orElse(null),
                            settings.get(QUARKUS_DATASOURCE_PASSWORD).orElse(null)),
                    null);
        }
        var directory = settings.dataDirectory();
        if (!Files.isDirectory(directory.resolve("postgres"))) {
            throw new RefusedStartException("COWORK_DATA_DIR: there is no database in " + directory
                    + "; name the directory the bot uses, or set QUARKUS_DATASOURCE_JDBC_URL");
        }
        var running = OwnPostgres.running(directory);
        if (running.isPresent()) {
            return new AuditDatabase(
                    open(
                            running.get().jdbcUrl("cowork"),
                            running.get().user(),
                            running.get().password()),
                    null);
        }
        var server = OwnPostgres.start(directory, Map.of());
        try {
            return new AuditDatabase(open(server.jdbcUrl("cowork"), server.user(), server.password()), server);
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Connection open(String url, @Nullable String user, @Nullable String password) throws SQLException {
        var connection = DriverManager.getConnection(url, user, password);
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            // Every workspace's record is read, also by a user who owns no table.
            statement.execute("set cowork.workspace = '*'");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            if (started != null) {
                started.close();
            }
        }
    }
}
