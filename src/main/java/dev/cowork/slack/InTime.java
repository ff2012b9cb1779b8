package dev.cowork.slack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Work that somebody waits for, and only so long.
final class InTime {
    private static final ScopedValue<AtomicBoolean> WAITING = ScopedValue.newInstance();

    private InTime() {}

    /// Does the work on a thread of its own. What is not done in time goes on without anybody waiting: interrupting it
    /// would break the database connection it may be using. Whether it still comes to its end is unknown.
    ///
    /// @throws TimeoutException where it took longer. What the work itself throws comes out as it is
    static <T> T within(Duration budget, Supplier<T> work) throws TimeoutException {
        var waiting = new AtomicBoolean(true);
        var task = new FutureTask<>(() -> ScopedValue.where(WAITING, waiting).call(work::get));
        Thread.ofVirtual().name("in-time").start(task);
        try {
            return task.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted while waiting");
        } finally {
            waiting.set(false);
        }
    }

    /// Whether the one who asked has gone: what is not done yet is then better left.
    static boolean isTooLate() {
        return WAITING.isBound() && !WAITING.get().get();
    }
}
