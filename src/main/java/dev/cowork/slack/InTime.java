package dev.cowork.slack;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Work that somebody waits for, and only so long.
final class InTime {
    private static final ScopedValue<AtomicBoolean> WAITING = ScopedValue.newInstance();
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Set<Waiting> WAITERS = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean IS_LOOKED_AFTER = new AtomicBoolean();

    private InTime() {}

    /// One that waits.
    private record Waiting(CompletableFuture<?> outcome, long until) {
        void look() {
            if (System.nanoTime() - until > 0) {
                outcome.completeExceptionally(new TimeoutException("not done in time"));
            }
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /// Does the work on a thread of its own. What is not done in time, give or take [#STEP], goes on without
    /// anybody waiting: interrupting it would break the database connection it may be using. Whether it still
    /// comes to its end is unknown.
    ///
    /// @throws TimeoutException where it took longer. What the work itself throws comes out as it is
    static <T> T within(Duration budget, Supplier<T> work) throws TimeoutException {
        var isWaiting = new AtomicBoolean(true);
        var outcome = new CompletableFuture<T>();
        var waiting = new Waiting(outcome, System.nanoTime() + budget.toNanos());
        WAITERS.add(waiting);
        lookAfter();
        Thread.ofVirtual().name("in-time").start(() -> {
            try {
                outcome.complete(ScopedValue.where(WAITING, isWaiting).call(work::get));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException late) {
                throw late;
            }
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted while waiting");
        } finally {
            isWaiting.set(false);
            WAITERS.remove(waiting);
        }
    }

    /// One looks at the time for all: hundreds of alarms a second, each set and called off, cost more than
    /// what they guard.
    private static void lookAfter() {
        if (IS_LOOKED_AFTER.compareAndSet(false, true)) {
            Thread.ofVirtual().name("in-time-watch").start(InTime::look);
        }
    }

    private static void look() {
        while (!WAITERS.isEmpty()) {
            LockSupport.parkNanos(STEP.toNanos());
            WAITERS.forEach(Waiting::look);
        }
        IS_LOOKED_AFTER.set(false);
        // Whoever came in between found it looked after.
        if (!WAITERS.isEmpty()) {
            lookAfter();
        }
    }

    /// Whether the one who asked has gone: what is not done yet is then better left.
    static boolean isTooLate() {
        return WAITING.isBound() && !WAITING.get().get();
    }
}
