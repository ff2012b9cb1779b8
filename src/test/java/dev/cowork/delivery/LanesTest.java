package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.workspace.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The inbox as it runs: lanes on real PostgreSQL, worked off by the real dispatcher.
@QuarkusTest
class LanesTest {
    @Inject
    Inbox inbox;

    @Inject
    ProbeReading reading;

    @Inject
    Sweeping sweeping;

    @Inject
    LaneWork work;

    @Inject
    MeterRegistry meters;

    @Inject
    DataSource source;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());

    @Test
    void whatIsOnOneLaneGoesInOrder() {
        var lane = lane("one");
        for (int i = 0; i < 30; i++) {
            inbox.accept(delivery(lane, "k" + i, i % 5));
        }
        allRead();

        assertEquals(IntStream.range(0, 30).mapToObj(i -> "k" + i).toList(), reading.on(lane));
    }

    @Test
    void lanesGoSideBySide() {
        for (int i = 0; i < 10; i++) {
            inbox.accept(delivery(lane("side" + i), "k" + i, 1_000));
        }
        allRead();

        assertTrue(reading.mostAtOnce() >= 5, "only " + reading.mostAtOnce() + " at once");
    }

    @Test
    void twiceIsOnce() {
        var lane = lane("twice");

        assertTrue(inbox.accept(delivery(lane, "k", 0)));
        for (int i = 0; i < 5; i++) {
            assertEquals(false, inbox.accept(delivery(lane, "k", 0)));
        }
        allRead();
        assertEquals(false, inbox.accept(delivery(lane, "k", 0)));

        assertEquals(List.of("k"), reading.on(lane));
        assertEquals(
                6, new Database(source).count("select duplicates from inbox where workspace = ?", workspace.value()));
    }

    @Test
    void whatIsRolledBackWasNeverThere() {
        var lane = lane("rolled");
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    inbox.accept(delivery(lane, "gone", 0));
                    throw new IllegalStateException("and back again");
                }));
        inbox.accept(delivery(lane, "stays", 0));
        allRead();

        assertEquals(List.of("stays"), reading.on(lane));
    }

    @Test
    void noWakeUpIsLostWhileALaneIsBeingLeft() throws Exception {
        var writers = 16;
        var each = 40;
        List<Callable<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            var name = "w" + writer;
            var lane = lane("race" + writer % 4);
            all.add(() -> {
                for (int i = 0; i < each; i++) {
                    inbox.accept(delivery(lane, name + "-" + i, 0));
                    // So that the lane runs empty again and again.
                    Thread.sleep(i % 7);
                }
                return null;
            });
        }
        together(all);
        allRead();

        for (int i = 0; i < 4; i++) {
            var lane = lane("race" + i);
            assertEquals(
                    new Database(source).all("select key from inbox where lane = ? order by id", lane.value()),
                    reading.on(lane));
            assertEquals(4 * each, reading.on(lane).size());
        }
    }

    /// Between looking for more and leaving, nothing may be added: it would be on nobody's schedule.
    @Test
    void whoeverAddsToALaneWaitsWhileItIsBeingLeft() throws Exception {
        var lane = stranded("leaving", "now()");
        new Database(source).change("update inbox set state = 'DONE' where lane = ?", lane.value());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var added = new AtomicReference<Future<Boolean>>();
            work.leave(Schedule.Side.INBOX, lane, _ -> fail("nothing is there to come back for"), () -> {
                added.set(threads.submit(() -> inbox.accept(delivery(lane, "late", 0))));
                assertThrows(TimeoutException.class, () -> added.get().get(300, TimeUnit.MILLISECONDS));
            });
            assertTrue(added.get().get());
        }

        Eventually.is("it is read", () -> reading.on(lane).equals(List.of("late")));
    }

    @Test
    void twoFirstDeliveriesOfOneLaneAtOnceAreBothTaken() throws Exception {
        for (int i = 0; i < 200; i++) {
            var lane = lane("first" + i);
            var barrier = new CyclicBarrier(2);
            var round = "r" + i;
            together(List.of(first(lane, round + "a", barrier), first(lane, round + "b", barrier)));
        }
        allRead();

        assertEquals(
                400, new Database(source).count("select count(*) from inbox where workspace = ?", workspace.value()));
    }

    /// The dispatcher's own defaults would take half an hour.
    @Test
    void whatADeadProcessHadInHandIsTakenUpWithinHalfAMinute() {
        var lane = stranded("dead", "now()");
        new Database(source).change("""
                        insert into scheduled_tasks
                            (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                        values ('INBOX', ?, now(), true, 'dead', now(), 1)""", lane.value());

        Eventually.is(
                "it is taken up", Duration.ofSeconds(30), () -> reading.on(lane).equals(List.of("dead")), () -> "");
    }

    /// A halted process holds what its transactions have locked; the one that takes over needs it.
    @Test
    void noHaltedProcessHoldsItsLocksForLong() {
        assertEquals("10s", new Database(source).one("show idle_in_transaction_session_timeout"));
    }

    /// Whoever waits for an answer on a line that was cut without a word would wait for ever.
    @Test
    void noSilentLineIsWaitedOnForLong() throws Exception {
        try (var connection = source.getConnection()) {
            assertEquals(30_000, connection.getNetworkTimeout());
        }
    }

    @Test
    void aLaneOnNobodysScheduleIsRescuedAndCounted() {
        var before = rescued();
        var young = stranded("young", "now()");
        var old = stranded("old", "now() - interval '31 seconds'");

        sweeping.run();

        Eventually.is("it is read", () -> reading.on(old).equals(List.of("old")));
        assertEquals(1, rescued() - before, 0);
        assertEquals(List.of(), reading.on(young));
        new Database(source).change("delete from inbox where lane = ?", young.value());
    }

    /// Something waits on the lane, and nobody has it on the schedule.
    private Lane stranded(String name, String due) {
        var lane = lane(name);
        var database = new Database(source);
        database.change("insert into lane (name, workspace) values (?, ?)", lane.value(), workspace.value());
        database.change(
                "insert into inbox (workspace, key, lane, kind, body, received_at, due_at) values (?, ?, ?, ?, '0', now(), "
                        + due + ")",
                workspace.value(),
                name,
                lane.value(),
                ProbeReading.KIND);
        return lane;
    }

    private double rescued() {
        return meters.counter("cowork.sweeper.rescued").count();
    }

    private Callable<Void> first(Lane lane, String key, CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            assertTrue(inbox.accept(delivery(lane, key, 0)));
            return null;
        };
    }

    private static void together(List<Callable<Void>> all) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : pool.invokeAll(all)) {
                one.get();
            }
        }
    }

    private Lane lane(String name) {
        return Lane.of(workspace, name);
    }

    private Delivery delivery(Lane lane, String key, int millis) {
        return Delivery.own(workspace, Key.of(key), lane, ProbeReading.KIND, String.valueOf(millis));
    }

    private void allRead() {
        var database = new Database(source);
        Eventually.is(
                "everything is read",
                () -> database.count(
                                "select count(*) from inbox where workspace = ? and state <> 'DONE'", workspace.value())
                        == 0);
    }
}
