package dev.cowork.delivery;

import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.trace.Trace;
import dev.cowork.workspace.wall.Within;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Works off what came in on a lane, in order. What fails is tried again with growing pauses; what always fails ends as
/// DEAD, and the next one goes on.
@ApplicationScoped
class InboxLane {
    /// After so many in a row a lane goes back to the schedule, so that a busy one does not keep its thread for ever.
    private static final int AT_ONE_GO = 100;

    /// So many are read at once, however many lanes wait: more would not be read sooner, and what comes in would stand
    /// in line for the processors behind all of them. PostgreSQL has twenty connections of ours.
    private static final int AT_ONCE = Math.clamp(3L * Runtime.getRuntime().availableProcessors(), 6, 16);

    private static final Duration LINE_IS_CUT = Duration.ofSeconds(2);

    private final Entering entering;
    private final RightOfWay way;
    private final InboxRows rows;
    private final Lanes lanes;
    private final List<Reading> readings;
    private final List<Errand> errands;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Semaphore few = new Semaphore(AT_ONCE, true);

    InboxLane(
            Entering entering,
            RightOfWay way,
            InboxRows rows,
            Lanes lanes,
            @All List<Reading> readings,
            @All List<Errand> errands,
            DeliveryConfig config,
            InstantSource clock) {
        this.entering = entering;
        this.way = way;
        this.rows = rows;
        this.lanes = lanes;
        this.readings = readings;
        this.errands = errands;
        this.config = config;
        this.clock = clock;
    }

    /// @return whether the lane has left the schedule with the last delivery
    boolean workOff(Schedule.Place place) {
        var begun = entering.inbox(place.lane());
        if (!begun.isQuiet()) {
            way.giveToOthers();
        }
        var next = new Next(begun.head(), false);
        for (int i = 0; i < AT_ONE_GO; i++) {
            var head = next.row();
            if (head.isEmpty() || head.get().dueAt().isAfter(clock.instant())) {
                break;
            }
            var row = head.get();
            next = Within.workspace(row.delivery().workspace(), () -> workOff(row, new Turn(place, begun.epoch())));
        }
        return next.hasLeft();
    }

    /// One who works a lane off.
    private record Turn(Schedule.Place place, long epoch) {}

    /// What is first on the lane now.
    private record Next(Optional<InboxRows.Row> row, boolean hasLeft) {}

    private Next workOff(InboxRows.Row row, Turn turn) {
        var epoch = turn.epoch();
        var lane = row.delivery().lane();
        try {
            var kind = row.delivery().kind();
            var errand = errandFor(kind);
            if (errand.isEmpty()) {
                return Trace.of("reading", tags(row.delivery()), () -> read(row, turn, readingFor(kind)));
            }
            Trace.of("errand", tags(row.delivery()), () -> errand.get().run(row.delivery()));
            fenced(row, epoch, () -> rows.done(row, clock.instant()));
            CrashPoint.ERRAND_COMMITTED.pass();
        } catch (TryLaterException later) {
            var due = clock.instant().plus(later.pause());
            fenced(row, epoch, () -> rows.postpone(row, row.attempts(), due, String.valueOf(later.getMessage())));
        } catch (RuntimeException e) {
            failed(row, epoch, e);
        }
        return new Next(QuarkusTransaction.requiringNew().call(() -> rows.head(lane, epoch)), false);
    }

    /// Whether the way to PostgreSQL broke, or none was free: no delivery is to be given up for that, however often it
    /// happens.
    private static boolean isOfTheLine(Throwable why) {
        for (var cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said
                    && String.valueOf(said.getSQLState()).matches("null|08.*|57P.*")) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> tags(Delivery delivery) {
        return Map.of(
                "cowork.workspace", delivery.workspace().value(),
                "cowork.kind", delivery.kind(),
                "cowork.key", delivery.key().value());
    }

    private Next read(InboxRows.Row row, Turn turn, Reading reading) {
        reading.prepare(row.delivery());
        few.acquireUninterruptibly();
        try {
            var next = QuarkusTransaction.requiringNew().call(() -> readAndGoOn(row, turn, reading));
            CrashPoint.READING_COMMITTED.pass();
            return next;
        } finally {
            few.release();
        }
    }

    /// With what it did last the lane leaves the schedule: a transaction of its own for that would cost as much as the
    /// reading.
    private Next readAndGoOn(InboxRows.Row row, Turn turn, Reading reading) {
        if (rows.claim(row)) {
            reading.read(row.delivery());
            var next = rows.doneAndNext(row, turn.epoch(), turn.place(), clock.instant());
            CrashPoint.READING_DONE.pass();
            if (next.hasLeft()) {
                CrashPoint.LANE_LEFT.pass();
            }
            if (next.isHeld()) {
                return new Next(next.row(), next.hasLeft());
            }
        }
        return new Next(rows.head(turn.place().lane(), turn.epoch()), false);
    }

    private void failed(InboxRows.Row row, long epoch, RuntimeException why) {
        var delivery = row.delivery();
        if (isOfTheLine(why)) {
            Log.warnf(why, "delivery %s of %s lost the database", delivery.key(), delivery.workspace());
            fenced(
                    row,
                    epoch,
                    () -> rows.postpone(row, row.attempts(), clock.instant().plus(LINE_IS_CUT), describe(why)));
            return;
        }
        var attempts = row.attempts() + 1;
        if (attempts < config.attempts()) {
            var pause = Duration.ofMillis(500L << Math.min(attempts, 7));
            Log.warnf(why, "delivery %s of %s failed, try %d", delivery.key(), delivery.workspace(), attempts);
            fenced(
                    row,
                    epoch,
                    () -> rows.postpone(row, attempts, clock.instant().plus(pause), describe(why)));
            return;
        }
        if (fenced(row, epoch, () -> rows.bury(row, clock.instant(), describe(why)))) {
            Log.errorf(
                    why,
                    "delivery %s of %s is given up, row %d, reference %s",
                    delivery.key(),
                    delivery.workspace(),
                    row.id(),
                    delivery.reference());
            Metrics.counter("cowork.given.up", "side", "inbox").increment();
            tell(delivery, why);
        }
    }

    /// An errand waits for others outside any transaction, and whoever ran it may have been given up for dead
    /// meanwhile: a process that was halted and goes on. What became of the row is then for the one who took over
    /// to say.
    ///
    /// @return whether it was written
    private boolean fenced(InboxRows.Row row, long epoch, Runnable write) {
        var isMine = QuarkusTransaction.requiringNew().call(() -> {
            var mine = lanes.isStill(row.delivery().lane(), epoch);
            if (mine) {
                write.run();
            }
            return mine;
        });
        if (!isMine) {
            Log.warnf(
                    "delivery %s was worked on by somebody given up for dead",
                    row.delivery().key());
        }
        return isMine;
    }

    /// Telling must not bring the burial back to life, so it stands in a transaction of its own.
    private void tell(Delivery delivery, RuntimeException why) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() -> errandFor(delivery.kind())
                            .ifPresentOrElse(
                                    errand -> errand.gaveUp(delivery, why),
                                    () -> readingFor(delivery.kind()).gaveUp(delivery, why)));
        } catch (RuntimeException e) {
            Log.errorf(e, "nobody could be told that delivery %s was given up", delivery.key());
        }
    }

    private Optional<Errand> errandFor(String kind) {
        return errands.stream().filter(errand -> errand.kind().equals(kind)).findFirst();
    }

    private Reading readingFor(String kind) {
        return readings.stream()
                .filter(reading -> reading.reads(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody reads deliveries of kind " + kind));
    }

    private static String describe(Throwable why) {
        var root = why;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var first = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        var text = (root == why ? "" : root.getClass().getSimpleName() + ": " + first + " | ")
                + why.getClass().getName() + ": " + why.getMessage();
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
