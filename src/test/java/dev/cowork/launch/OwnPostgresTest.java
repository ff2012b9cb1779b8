package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person relies on who never installed a PostgreSQL: what was committed stays, and nobody else gets in.
class OwnPostgresTest {

    @TempDir
    Path directory;

    @Test
    void commitsReachTheDisk() throws SQLException {
        try (var server = OwnPostgres.start(directory, Map.of())) {
            assertEquals("on", ask(server, "show fsync"));
            assertEquals("on", ask(server, "show synchronous_commit"));
            assertEquals("on", ask(server, "show full_page_writes"));
        }
    }

    @Test
    void keepsItsDataBetweenRuns() throws SQLException {
        try (var server = OwnPostgres.start(directory, Map.of())) {
            server.ensureDatabase("cowork");
            tell(server, "create table kept as select 'still here'::text as word");
        }

        try (var server = OwnPostgres.start(directory, Map.of())) {
            server.ensureDatabase("cowork");
            assertEquals("still here", ask(server, "select word from kept"));
        }
    }

    @Test
    void answersOnLoopbackOnlyAndToItsPasswordOnly() throws SQLException {
        try (var server = OwnPostgres.start(directory, Map.of())) {
            assertEquals("127.0.0.1", ask(server, "show listen_addresses"));
            assertEquals("", ask(server, "show unix_socket_directories"));
            var refusal = assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "guess")
                            .close());
            assertEquals("28P01", refusal.getSQLState());
        }
    }

    @Test
    void aSecondProcessIsToldWhoHasTheDirectory() {
        try (var _ = OwnPostgres.start(directory, Map.of())) {
            var refusal = assertThrows(RefusedStartException.class, () -> OwnPostgres.start(directory, Map.of()));
            assertEquals(
                    "COWORK_DATA_DIR: " + directory + " is in use by process "
                            + ProcessHandle.current().pid()
                            + "; stop that one, or give this one another directory",
                    refusal.getMessage());
        }
    }

    private static String ask(OwnPostgres server, String question) throws SQLException {
        var database = question.startsWith("show") ? "postgres" : "cowork";
        try (var connection = DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void tell(OwnPostgres server, String order) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("cowork"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
