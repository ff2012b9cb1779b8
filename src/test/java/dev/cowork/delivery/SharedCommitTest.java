package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Deliveries that come while a commit is under way share the next one, and each has its own fate all the same.
@QuarkusTest
class SharedCommitTest {
    private static final int MANY = 60;

    @Inject
    Inbox inbox;

    @Inject
    DataSource source;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());

    @Test
    void manyAtOnceAreEachStoredOnceInFewCommits() throws Exception {
        var wanted = new ArrayList<Delivery>();
        for (var i = 0; i < MANY; i++) {
            wanted.add(delivery("lane" + i % 20, "k" + i, "0"));
            wanted.add(delivery("lane" + i % 20, "k" + i, "0"));
        }

        var isNew = atOnce(wanted);

        assertEquals(
                MANY,
                isNew.stream()
                        .filter(one -> one.state() == Future.State.SUCCESS && one.resultNow())
                        .count());
        assertEquals(
                2 * MANY,
                isNew.stream()
                        .filter(one -> one.state() == Future.State.SUCCESS)
                        .count());
        assertEquals(MANY, stored());
        var commits = database()
                .count("select count(distinct received_at) from inbox where workspace = ?", workspace.value());
        assertTrue(commits < MANY / 2, commits + " commits");
        Eventually.is(
                "all are worked off",
                () -> database()
                                .count(
                                        "select count(*) from inbox where workspace = ? and state = 'DONE'",
                                        workspace.value())
                        == MANY);
        assertEquals(
                MANY, database().count("select sum(duplicates) from inbox where workspace = ?", workspace.value()));
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsRefusedAloneAndTheOthersAreStored() throws Exception {
        var wanted = new ArrayList<Delivery>();
        for (var i = 0; i < MANY; i++) {
            wanted.add(delivery("lane" + i, "k" + i, "0"));
        }
        wanted.set(MANY / 2, delivery("bad", "bad", "\0"));

        var outcomes = atOnce(wanted);

        assertEquals(Future.State.FAILED, outcomes.get(MANY / 2).state());
        assertEquals(
                MANY - 1,
                outcomes.stream()
                        .filter(one -> one.state() == Future.State.SUCCESS)
                        .count());
        assertEquals(MANY - 1, stored());
    }

    @Test
    void whoeverHoldsOneLaneHoldsUpNobodyElse() throws Exception {
        assertTrue(inbox.accept(delivery("held", "first", "0")));
        try (var holder = source.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            // As whoever takes it up changes it.
            run(holder, "update lane set epoch = epoch + 1 where name = '" + lane("held") + "'");
            var held = threads.submit(() -> inbox.accept(delivery("held", "second", "0")));

            var begun = System.nanoTime();
            for (var i = 0; i < 5; i++) {
                assertTrue(inbox.accept(delivery("free" + i, "k" + i, "0")));
            }
            assertTrue(System.nanoTime() - begun < 1_000_000_000L, "they waited until a lock is given up");

            assertEquals(6, stored(), "the held one is not there yet");
            var why = assertThrows(ExecutionException.class, held::get);
            assertTrue(why.getCause() instanceof DatabaseUnavailableException, why.toString());
            holder.rollback();
        }
        assertTrue(inbox.accept(delivery("held", "second", "0")));
    }

    /// Has them all come while one commit cannot end.
    private List<Future<Boolean>> atOnce(List<Delivery> wanted) throws Exception {
        var outcomes = new ArrayList<Future<Boolean>>();
        var come = new CountDownLatch(wanted.size());
        try (var holder = source.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            run(holder, "lock table inbox in access exclusive mode");
            for (var each : wanted) {
                outcomes.add(threads.submit(() -> {
                    come.countDown();
                    return stubborn(each);
                }));
            }
            come.await();
            holder.rollback();
        }
        return outcomes;
    }

    /// As Slack sends again what could not be stored in time.
    private boolean stubborn(Delivery delivery) {
        for (var tries = 0; ; tries++) {
            try {
                return inbox.accept(delivery);
            } catch (DatabaseUnavailableException e) {
                if (tries == 10 || delivery.key().value().equals("bad")) {
                    throw e;
                }
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var it = connection.createStatement()) {
            it.execute(statement);
        }
    }

    private long stored() {
        return database().count("select count(*) from inbox where workspace = ?", workspace.value());
    }

    private Database database() {
        return new Database(source);
    }

    private Lane lane(String name) {
        return Lane.of(workspace, name);
    }

    private Delivery delivery(String lane, String key, String millis) {
        return Delivery.own(workspace, Key.of(key), lane(lane), ProbeReading.KIND, millis);
    }
}
