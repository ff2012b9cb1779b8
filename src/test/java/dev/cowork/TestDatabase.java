package dev.cowork;

import dev.cowork.launch.OwnPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/// The database under every test: one PostgreSQL per test JVM, and in it a fresh database for each application that
/// `@QuarkusTest` starts. Found through the service loader, so no test names it.
///
/// A room test without Quarkus says [#migrated] and gets a fresh database with our whole schema.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    // Kept as system properties: Quarkus loads this class in one class loader per application.
    private static final String SERVER = "cowork.test.postgres.server";
    private static final String PASSWORD = "cowork.test.postgres.password";

    @Override
    public Map<String, String> start() {
        var fresh = fresh();
        return Map.of(
                "quarkus.datasource.jdbc.url", System.getProperty(SERVER) + fresh.getDatabaseName(),
                "quarkus.datasource.username", fresh.getUser(),
                "quarkus.datasource.password", fresh.getPassword());
    }

    @Override
    public void stop() {
        // The server ends with the JVM; what is left in it is dropped when the next one begins.
    }

    /// A fresh database with our whole schema.
    public static DataSource migrated() {
        var fresh = fresh();
        Flyway.configure(TestDatabase.class.getClassLoader())
                .dataSource(fresh)
                .locations("db/migration")
                .load()
                .migrate();
        return fresh;
    }

    private static PGSimpleDataSource fresh() {
        ensureServer();
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        tell("create database " + name);
        return at(name);
    }

    /// The way to a database of this process's server on which a statement goes as it is, with `$1` in it too.
    public static DataSource literally(String database) {
        var source = at(database);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        return source;
    }

    private static PGSimpleDataSource at(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(System.getProperty(SERVER) + database);
        source.setUser("cowork");
        source.setPassword(System.getProperty(PASSWORD));
        return source;
    }

    /// Where the server of this process keeps its files: two that run tests side by side have one each.
    public static Path directory() {
        return Path.of("target", System.getProperty("cowork.test-database", "test-database"));
    }

    private static void ensureServer() {
        synchronized (DriverManager.class) {
            if (System.getProperty(SERVER) == null) {
                // Durability is what OwnPostgresTest is about; the others want speed.
                var server = OwnPostgres.start(
                        directory(), Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "300"));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-database"));
                System.setProperty(SERVER, server.jdbcUrl(""));
                System.setProperty(PASSWORD, server.password());
                dropThoseOfEarlierRuns();
            }
        }
    }

    private static void dropThoseOfEarlierRuns() {
        try (var connection = at("postgres").getConnection();
                var statement = connection.createStatement();
                var drop = connection.createStatement();
                var left = statement.executeQuery("select datname from pg_database where datname like 'test\\_%'")) {
            while (left.next()) {
                drop.execute("drop database " + left.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the databases of earlier test runs cannot be dropped", e);
        }
    }

    private static void tell(String order) {
        try (var connection = at("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(order);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused: " + order, e);
        }
    }
}
