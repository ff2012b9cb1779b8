package dev.cowork.slack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Work that somebody waits for, and only so long.
final class InTime {
    private InTime() {}

    /// Does the work on a thread of its own. What is not done in time is interrupted; whether it still comes to its end
    /// is then unknown.
    ///
    /// @throws TimeoutException where it took longer. What the work itself throws comes out as it is
    static <T> T within(Duration budget, Supplier<T> work) throws TimeoutException {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("in-time").start(task);
        try {
            return task.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted while waiting");
        } finally {
            task.cancel(true);
        }
    }
}
