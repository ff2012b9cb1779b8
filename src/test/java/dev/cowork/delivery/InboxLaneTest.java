package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.TickingClock;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of work that fails: worked off by hand, with a clock of the test's own.
@QuarkusTest
class InboxLaneTest {
    private static final long VERSION = 7;

    @Inject
    Entering entering;

    @Inject
    RightOfWay way;

    @Inject
    InboxRows rows;

    @Inject
    Lanes lanes;

    @Inject
    DeliveryConfig config;

    @Inject
    DataSource source;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final Lane lane = Lane.of(workspace, "lane");
    private final TickingClock clock = new TickingClock();
    private final List<String> done = new ArrayList<>();
    private final List<String> givenUp = new ArrayList<>();
    private final Map<String, RuntimeException> failing = new HashMap<>();

    /// What happens while something is worked off.
    private Runnable meanwhile = () -> {};

    @Test
    void triesAFailingReadingAgainThenGivesUpTellsAndGoesOn() {
        waiting("reading", "poison");
        waiting("reading", "after");
        failing.put("poison", new IllegalStateException("bad food"));

        workOffFor(Duration.ofMinutes(10));

        assertEquals(List.of("after"), done);
        assertEquals(List.of("poison: bad food"), givenUp);
        assertEquals("DEAD", state("poison"));
        assertEquals("java.lang.IllegalStateException: bad food", error("poison"));
        assertEquals(config.attempts() - 1, attempts("poison"));
    }

    @Test
    void triesAFailingErrandAgainThenGivesUpTellsAndGoesOn() {
        waiting("errand", "poison");
        waiting("errand", "after");
        failing.put("poison", new IllegalStateException("bad road"));

        workOffFor(Duration.ofMinutes(10));

        assertEquals(List.of("after"), done);
        assertEquals(List.of("poison: bad road"), givenUp);
        assertEquals("DEAD", state("poison"));
    }

    /// A process halted in the middle of an errand goes on after another one took over, and ends first.
    @ParameterizedTest
    @ValueSource(strings = {"done", "fails", "later"})
    void whoWasGivenUpForDeadSaysNothingOfTheErrandAnotherOneIsAt(String end) {
        waiting("errand", "halted");
        meanwhile = () -> {
            meanwhile = () -> {};
            failing.put("halted", new TryLaterException(Duration.ofMinutes(1), new IllegalStateException("at it")));
            lane().workOff(place());
            failing.clear();
            switch (end) {
                case "fails" -> throw new IllegalStateException("woken in the dark");
                case "later" -> throw new TryLaterException(Duration.ofHours(9), new IllegalStateException("busy"));
                default -> {}
            }
        };
        lane().workOff(place());

        assertEquals("WAITING", state("halted"));
        assertEquals(0, attempts("halted"));
        clock.tick(Duration.ofMinutes(1));
        lane().workOff(place());
        assertEquals("halted", done.getLast());
        assertEquals("DONE", state("halted"));
    }

    @Test
    void whoWasGivenUpForDeadBeginsNothingMore() {
        waiting("errand", "halted");
        waiting("errand", "next");
        meanwhile = () -> {
            meanwhile = () -> {};
            failing.put("halted", new TryLaterException(Duration.ofHours(1), new IllegalStateException("at it")));
            lane().workOff(place());
            failing.clear();
        };
        lane().workOff(place());
        assertEquals(List.of("halted"), done);

        clock.tick(Duration.ofHours(1));
        lane().workOff(place());
        assertEquals(List.of("halted", "halted", "next"), done);
    }

    @Test
    void whatFailsKeepsItsPlaceInFront() {
        waiting("reading", "first");
        waiting("reading", "second");
        failing.put("first", new IllegalStateException("not now"));
        lane().workOff(place());
        failing.clear();
        assertEquals(List.of(), done);

        workOffFor(Duration.ofMinutes(1));

        assertEquals(List.of("first", "second"), done);
        assertEquals(List.of(), givenUp);
    }

    /// As in minutes in which lines are cut again and again.
    @ParameterizedTest
    @ValueSource(strings = {"reading", "errand"})
    void aLineThatIsCutIsNoFailureOfWhatIsWorkedOff(String kind) {
        waiting(kind, "innocent");
        failing.put("innocent", new IllegalStateException(new SQLException("the line is cut", "08006")));

        workOffFor(Duration.ofMinutes(10));

        assertEquals("WAITING", state("innocent"));
        assertEquals(0, attempts("innocent"));
        failing.clear();
        workOffFor(Duration.ofSeconds(10));
        assertEquals("DONE", state("innocent"));
        assertEquals(List.of(), givenUp);
    }

    @Test
    void laterDoesNotCountAsAFailure() {
        waiting("errand", "patient");
        failing.put("patient", new TryLaterException(Duration.ofSeconds(30), new IllegalStateException("busy")));
        for (int i = 0; i < 5 * config.attempts(); i++) {
            lane().workOff(place());
            clock.tick(Duration.ofSeconds(31));
        }
        assertEquals("WAITING", state("patient"));
        assertEquals(0, attempts("patient"));
        failing.clear();

        lane().workOff(place());

        assertEquals(List.of("patient"), done);
    }

    @Test
    void laterIsNotBeforeItsTime() {
        waiting("errand", "patient");
        failing.put("patient", new TryLaterException(Duration.ofSeconds(30), new IllegalStateException("busy")));
        lane().workOff(place());
        failing.clear();

        clock.tick(Duration.ofSeconds(29));
        lane().workOff(place());
        assertEquals(List.of(), done);

        clock.tick(Duration.ofSeconds(1));
        lane().workOff(place());
        assertEquals(List.of("patient"), done);
    }

    @Test
    void workNobodyKnowsIsGivenUpAndTheNextGoesOn() {
        waiting("no such kind", "odd");
        waiting("reading", "after");

        workOffFor(Duration.ofMinutes(10));

        assertEquals("DEAD", state("odd"));
        assertEquals(List.of("after"), done);
    }

    @Test
    void whatAReadingWroteIsGoneWhenItFails() {
        waiting("reading", "half");
        failing.put("half", new IllegalStateException("after writing"));

        lane().workOff(place());

        assertEquals(
                0,
                new Database(source)
                        .count(
                                "select count(*) from lane where workspace = ? and name not like '%/lane'",
                                workspace.value()));
        failing.clear();
        workOffFor(Duration.ofMinutes(1));
        assertEquals(
                1,
                new Database(source)
                        .count(
                                "select count(*) from lane where workspace = ? and name not like '%/lane'",
                                workspace.value()));
    }

    @Test
    void theLaneLeavesTheScheduleWithWhatWasReadLast() {
        waiting("reading", "first");
        waiting("reading", "last");
        scheduled();

        assertTrue(lane().workOff(place()));

        assertEquals(List.of("first", "last"), done);
        assertEquals(0, onSchedule());
    }

    @Test
    void theLaneStaysWhileSomethingOnItIsNotDue() {
        waiting("reading", "late");
        scheduled();
        failing.put("late", new IllegalStateException("not now"));

        assertFalse(lane().workOff(place()));

        assertEquals(1, onSchedule());
    }

    /// Somebody may be adding to it: what they add would be stranded.
    @Test
    void theLaneIsNotLeftWhileSomebodyElseHoldsIt() {
        waiting("reading", "one");
        scheduled();
        var isHeld = new CompletableFuture<Boolean>();
        var isOver = new CompletableFuture<Boolean>();
        meanwhile = () -> {
            Thread.startVirtualThread(Within.carried(() -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        lanes.lock(lane, workspace.value());
                        isHeld.complete(true);
                        isOver.orTimeout(10, TimeUnit.SECONDS).join();
                    })));
            isHeld.orTimeout(10, TimeUnit.SECONDS).join();
        };

        assertFalse(lane().workOff(place()));
        isOver.complete(true);

        assertEquals("DONE", state("one"));
        assertEquals(1, onSchedule());
    }

    @Test
    void whoWasGivenUpForDeadDoesNotTakeTheLaneOffTheSchedule() {
        waiting("reading", "one");
        scheduled();
        meanwhile = () -> entering.inbox(lane);

        assertFalse(lane().workOff(place()));

        assertEquals("DONE", state("one"));
        assertEquals(1, onSchedule());
    }

    @Test
    void onlyTheRowOneWasGivenLeavesTheSchedule() {
        waiting("reading", "one");
        scheduled();

        lane().workOff(new Schedule.Place(Schedule.Side.INBOX, lane, VERSION - 1));

        assertEquals(1, onSchedule());
    }

    /// As the dispatcher has it while it is worked off.
    private void scheduled() {
        new Database(source)
                .change(
                        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                                + " last_heartbeat, version) values ('INBOX', ?, now(), true, 'test', now(), ?)",
                        lane.value(),
                        VERSION);
    }

    private long onSchedule() {
        return new Database(source).count("select count(*) from scheduled_tasks where task_instance = ?", lane.value());
    }

    private Schedule.Place place() {
        return new Schedule.Place(Schedule.Side.INBOX, lane, VERSION);
    }

    private void workOffFor(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            lane().workOff(place());
            clock.tick(Duration.ofSeconds(10));
        }
    }

    private InboxLane lane() {
        return new InboxLane(entering, way, rows, lanes, List.of(new Script()), List.of(new Road()), config, clock);
    }

    private void waiting(String kind, String key) {
        QuarkusTransaction.requiringNew().run(() -> {
            lanes.lock(lane, workspace.value());
            rows.insert(Delivery.own(workspace, Key.of(key), lane, kind, ""), clock.instant());
        });
    }

    private void work(Delivery delivery) {
        var key = delivery.key().value();
        if (failing.containsKey(key)) {
            throw failing.get(key);
        }
        done.add(key);
    }

    private String state(String key) {
        return ask("state", key);
    }

    private String error(String key) {
        return ask("error", key);
    }

    private int attempts(String key) {
        return Integer.parseInt(ask("attempts", key));
    }

    private String ask(String column, String key) {
        return new Database(source)
                .one("select " + column + " from inbox where workspace = ? and key = ?", workspace.value(), key);
    }

    private final class Script implements Reading {
        @Override
        public boolean reads(String kind) {
            return kind.equals("reading");
        }

        @Override
        public void read(Delivery delivery) {
            // Written first, so that a failure has something to undo.
            new Database(source)
                    .change(
                            "insert into lane (name, workspace) values (?, ?)",
                            UUID.randomUUID() + "",
                            workspace.value());
            meanwhile.run();
            work(delivery);
        }

        @Override
        public void gaveUp(Delivery delivery, Throwable why) {
            givenUp.add(delivery.key() + ": " + why.getMessage());
        }
    }

    private final class Road implements Errand {
        @Override
        public String kind() {
            return "errand";
        }

        @Override
        public void run(Delivery delivery) {
            meanwhile.run();
            work(delivery);
        }

        @Override
        public void gaveUp(Delivery delivery, Throwable why) {
            givenUp.add(delivery.key() + ": " + why.getMessage());
        }
    }
}
