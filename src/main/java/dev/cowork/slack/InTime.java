package dev.cowork.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Work that somebody waits for, and only so long.
final class InTime {
    private static final ScopedValue<CompletableFuture<?>> ASKED_FOR = ScopedValue.newInstance();
    private static final Duration STEP = Duration.ofMillis(50);
    /// Until when each is waited for, by [System#nanoTime].
    private static final Map<CompletableFuture<?>, Long> WAITED_FOR = new ConcurrentHashMap<>();
    private static final AtomicBoolean IS_LOOKED_AFTER = new AtomicBoolean();

    private InTime() {}

    /// Does the work on a thread of its own. What is not done in time, give or take [#STEP], goes on without
    /// anybody waiting: interrupting it would break the database connection it may be using. Whether it still
    /// comes to its end is unknown.
    ///
    /// @return fails with a [TimeoutException] where it took longer, otherwise as the work did
    static <T> CompletableFuture<T> within(Duration budget, Supplier<T> work) {
        var outcome = new CompletableFuture<T>();
        Thread.ofVirtual().name("in-time").start(() -> {
            try {
                outcome.complete(ScopedValue.where(ASKED_FOR, outcome).call(work::get));
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return within(budget, outcome);
    }

    /// The same for work that is under way already.
    static <T> CompletableFuture<T> within(Duration budget, CompletionStage<T> work) {
        var outcome = work.toCompletableFuture();
        WAITED_FOR.put(outcome, System.nanoTime() + budget.toNanos());
        lookAfter();
        return outcome.whenComplete((_, _) -> WAITED_FOR.remove(outcome));
    }

    /// One looks at the time for all: hundreds of alarms a second, each set and called off, cost more than
    /// what they guard.
    private static void lookAfter() {
        if (IS_LOOKED_AFTER.compareAndSet(false, true)) {
            Thread.ofVirtual().name("in-time-watch").start(InTime::look);
        }
    }

    private static void look() {
        while (!WAITED_FOR.isEmpty()) {
            LockSupport.parkNanos(STEP.toNanos());
            var now = System.nanoTime();
            WAITED_FOR.forEach((outcome, until) -> {
                if (now - until > 0) {
                    outcome.completeExceptionally(new TimeoutException("not done in time"));
                }
            });
        }
        IS_LOOKED_AFTER.set(false);
        // Whoever came in between found it looked after.
        if (!WAITED_FOR.isEmpty()) {
            lookAfter();
        }
    }

    /// Whether the one who asked has gone: what is not done yet is then better left.
    static boolean isTooLate() {
        return ASKED_FOR.isBound() && ASKED_FOR.get().isDone();
    }
}
