package dev.cowork.panel;

import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.workspace.trace.Trace;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Has several specialists think at the same time, each on a thread of its own, until all have spoken, the time is
/// up, or somebody stops it.
final class HearingSpecialists {
    static final String LATE = "it took too long";
    /// How often a stop and the time are looked at.
    private static final Duration LOOK = Duration.ofMillis(250);

    /// Where they sit. All but [#ask] is called on the caller's thread.
    interface Table<T> {
        T ask(Seat seat);

        void spoke(Seat seat, T said);

        void isMissing(Seat seat, String why);

        boolean isStopped();

        /// Whether who has not spoken by now is missing.
        boolean isTimeUp();
    }

    /// Returns once each of them has spoken or is missing; stopped, as soon as nobody is at work any more.
    ///
    /// @throws InterruptedException where the process ends; nobody is at work any more then
    <T> void hear(List<Seat> seats, Table<T> table) throws InterruptedException {
        var atWork = new LinkedHashMap<Seat, FutureTask<T>>();
        var threads = new ArrayList<Thread>();
        for (var seat : seats) {
            var task = new FutureTask<>(() -> table.ask(seat));
            atWork.put(seat, task);
            threads.add(
                    Thread.ofVirtual().name("specialist-" + seat.id()).unstarted(Within.carried(Trace.carried(task))));
        }
        try {
            threads.forEach(Thread::start);
            while (!atWork.isEmpty() && !table.isStopped()) {
                settle(atWork, table);
                if (!atWork.isEmpty() && table.isTimeUp()) {
                    atWork.forEach((seat, task) -> {
                        task.cancel(true);
                        table.isMissing(seat, LATE);
                    });
                    return;
                }
            }
        } finally {
            atWork.values().forEach(task -> task.cancel(true));
        }
    }

    /// Waits a moment for the first of them, then takes all that is there.
    private static <T> void settle(Map<Seat, FutureTask<T>> atWork, Table<T> table) throws InterruptedException {
        var until = System.nanoTime() + LOOK.toNanos();
        while (System.nanoTime() < until && atWork.values().stream().noneMatch(FutureTask::isDone)) {
            waitFor(atWork.values().iterator().next());
        }
        for (var one : List.copyOf(atWork.entrySet())) {
            if (one.getValue().isDone()) {
                atWork.remove(one.getKey());
                settle(one.getKey(), one.getValue(), table);
            }
        }
    }

    private static void waitFor(FutureTask<?> task) throws InterruptedException {
        try {
            task.get(20, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException settledBelow) {
            Log.tracef(
                    "one specialist is looked at: %s", settledBelow.getClass().getSimpleName());
        }
    }

    private static <T> void settle(Seat seat, FutureTask<T> task, Table<T> table) throws InterruptedException {
        try {
            table.spoke(seat, task.get());
        } catch (ExecutionException failed) {
            Log.warnf(
                    "specialist %s said nothing: %s",
                    seat.id(), failed.getCause().getClass().getSimpleName());
            table.isMissing(seat, why(failed.getCause()));
        }
    }

    /// In plain words, to follow “because”.
    private static String why(Throwable cause) {
        return cause instanceof PartnerUnavailableException it
                ? switch (it.kind()) {
                    case BUSY, OVERLOADED -> "Claude is busy";
                    case SPENT -> "the spending limit is reached";
                    case UNREACHABLE -> "Claude cannot be reached";
                    case CUT -> "its answer broke off";
                    case REFUSED -> "Claude declined";
                    case EMPTY -> "it took no position";
                    case MISCONFIGURED -> "Claude did not accept our key or request";
                }
                : "something broke on our side";
    }
}
