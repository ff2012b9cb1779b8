package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// That a test needs nothing installed and nothing named: the database is simply there, and is ours.
@QuarkusTest
class TestDatabaseTest {

    @Inject
    DataSource ofTheApplication;

    @Test
    void isThereWithoutBeingNamed() throws SQLException {
        var name = nameOf(ofTheApplication);

        assertTrue(name.startsWith("test_"), name);
    }

    @Test
    void isFreshAndMigratedForATestWithoutQuarkus() throws SQLException {
        var database = TestDatabase.migrated();

        assertTrue(nameOf(database).startsWith("test_"));
        assertTrue(!nameOf(database).equals(nameOf(ofTheApplication)));
        assertEquals(migrations(ofTheApplication), migrations(database));
    }

    private static String nameOf(DataSource database) throws SQLException {
        return ask(database, "select current_database()");
    }

    private static String migrations(DataSource database) throws SQLException {
        return ask(
                database,
                "select string_agg(version || ' ' || success, ', ' order by installed_rank) from flyway_schema_history");
    }

    private static String ask(DataSource database, String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
