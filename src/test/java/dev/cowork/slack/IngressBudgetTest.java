package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.story.Playground;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack waits three seconds. Whatever holds us up, it is answered before, and never with 200 for what is not stored.
@QuarkusTest
class IngressBudgetTest {
    private static final Duration SLACKS_PATIENCE = Duration.ofSeconds(3);

    @Inject
    DataSource source;

    @Inject
    @io.quarkus.agroal.DataSource("intake")
    DataSource intake;

    @TestHTTPResource("/slack/events")
    URI door;

    private Database database;
    private String name;
    private final String workspace = Requests.unique("T");
    private final String id = Requests.unique("Ev");

    @BeforeEach
    void openDatabase() {
        database = new Database(source);
        name = database.one("select current_database()");
        assertEquals(200, new Door(door).post(Requests.JSON, Requests.event("TWARMUP", id)), "a first one, to warm up");
    }

    @Test
    void saysTryAgainWhileTheLaneIsHeld() throws Exception {
        assertEquals(200, post(Requests.JSON, Requests.event(workspace, id + "first")));
        try (var other = source.getConnection()) {
            other.setAutoCommit(false);
            try (var hold = other.prepareStatement("select name from lane where workspace = ? for update")) {
                hold.setString(1, workspace);
                hold.executeQuery();
            }
            assertEquals(503, post(Requests.JSON, Requests.event(workspace, id)));
            assertEquals(503, post(Requests.JSON, Requests.event(workspace, id)));
            other.rollback();
        }
        assertEquals(1, rows());

        assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
        assertEquals(2, rows());
    }

    @Test
    void takesADuplicateOfWhatIsBeingWorkedOffJustNow() throws Exception {
        assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
        try (var other = source.getConnection()) {
            other.setAutoCommit(false);
            try (var hold = other.prepareStatement("select id from inbox where workspace = ? for update")) {
                hold.setString(1, workspace);
                hold.executeQuery();
            }
            assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
            other.rollback();
        }
        assertEquals(1, rows());
    }

    @Test
    void saysTryAgainWhileTheTableIsLocked() throws Exception {
        try (var other = source.getConnection()) {
            other.setAutoCommit(false);
            try (var hold = other.prepareStatement("lock table inbox in exclusive mode")) {
                hold.execute();
            }
            assertEquals(503, post(Requests.FORM, Requests.press(workspace, "1.2.x", ProbePress.ID, "7")));
            other.rollback();
        }
        assertEquals(0, rows());
    }

    @Test
    void saysTryAgainWhileNoConnectionIsFree() throws Exception {
        whileAllAreTaken(intake, () -> assertEquals(503, post(Requests.JSON, Requests.event(workspace, id))));
        assertEquals(0, rows());
        assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
    }

    @Test
    void takesInWhatComesWhileAllConnectionsWorkOffWhatCame() throws Exception {
        whileAllAreTaken(source, () -> assertEquals(200, post(Requests.JSON, Requests.event(workspace, id))));
        assertEquals(1, rows());
    }

    private static void whileAllAreTaken(DataSource pool, Runnable deed) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            while (true) {
                all.add(pool.getConnection());
            }
        } catch (SQLException exhausted) {
            deed.run();
        } finally {
            for (var connection : all) {
                connection.close();
            }
        }
    }

    @Test
    void saysTryAgainWhileTheDatabaseIsAwayAndGoesOnAfterwards() throws Exception {
        try {
            away(true);
            for (int i = 0; i < 3; i++) {
                assertEquals(503, post(Requests.JSON, Requests.event(workspace, id)));
            }
        } finally {
            away(false);
        }
        Eventually.is("the event is taken", () -> post(Requests.JSON, Requests.event(workspace, id)) == 200);

        assertEquals(1, rows());
    }

    @Test
    void saysTryAgainWhereTheDiskIsFull() {
        database.change("""
                create function disk_is_full() returns trigger language plpgsql as
                $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$""");
        database.change("create trigger disk_is_full before insert on inbox for each row when (new.workspace = '"
                + workspace + "') execute function disk_is_full()");
        try {
            assertEquals(503, post(Requests.JSON, Requests.event(workspace, id)));
            assertEquals(0, rows());
        } finally {
            database.change("drop trigger disk_is_full on inbox");
            database.change("drop function disk_is_full()");
        }
        assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
        assertEquals(1, rows());
    }

    @Test
    void acknowledgesEventsWhileSlackHangs() {
        var slack = new Playground(door.resolve("/"));
        List.of("auth.test", "chat.postMessage", "conversations.list")
                .forEach(method -> slack.fault(Map.of("method", method, "hang_ms", 3_000, "times", 50)));
        try {
            for (var i = 0; i < 20; i++) {
                assertEquals(200, post(Requests.JSON, Requests.event(workspace, id + i)));
            }
        } finally {
            slack.reset();
        }
        assertEquals(20, rows());
    }

    /// Slack tells who somebody is, but must not be waited for while it waits for us.
    @Test
    void acknowledgesWhoIsSeenForTheFirstTimeWhileSlackHangs() {
        var slack = new Playground(door.resolve("/"));
        slack.fault(Map.of("method", "users.info", "hang_ms", 3_000, "times", 50));
        try {
            var begun = System.nanoTime();
            assertEquals(200, post(Requests.FORM, Requests.press(workspace, "1.2.x", ProbePress.ID, "7")));
            assertEquals(200, post(Requests.JSON, Requests.event(workspace, id)));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "both took " + took);
        } finally {
            slack.reset();
        }
        assertEquals(2, rows());
    }

    @Test
    void saysTryAgainWhereAListenerIsSlowAndDoesNotDoItLater() throws Exception {
        ProbeSlowPress.ENDED.set("");
        assertEquals(503, post(Requests.FORM, Requests.press(workspace, "1.2.x", ProbeSlowPress.ID, "7")));

        Eventually.is("the listener ends", () -> !ProbeSlowPress.ENDED.get().isEmpty());
        assertEquals("by itself", ProbeSlowPress.ENDED.get(), "an interruption breaks connections of the pool");
        Thread.sleep(300);
        assertEquals(0, rows());
    }

    private long rows() {
        return database.count("select count(*) from inbox where workspace = ?", workspace);
    }

    /// Throws everybody out of our database and lets nobody in, or lets them in again.
    private void away(boolean away) throws SQLException {
        var server = System.getProperty("cowork.test.postgres.server");
        var password = System.getProperty("cowork.test.postgres.password");
        try (var connection = DriverManager.getConnection(server + "postgres", "cowork", password);
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + !away);
            if (away) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        }
    }

    /// The status, which must be there before Slack's patience ends.
    private int post(String type, String body) {
        var begun = System.nanoTime();
        var status = new Door(door).post(type, body);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(took.compareTo(SLACKS_PATIENCE) < 0, "answered " + status + " after " + took);
        return status;
    }
}
