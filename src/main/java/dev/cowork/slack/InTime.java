package dev.cowork.slack;

import dev.cowork.workspace.sharing.Watch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Work that somebody waits for, and only so long.
final class InTime {
    private static final ScopedValue<CompletableFuture<?>> ASKED_FOR = ScopedValue.newInstance();
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Watch<Waited> WATCH = new Watch<>("in-time-watch", STEP, Waited::giveUpIfLate);

    private InTime() {}

    /// @param until by [System#nanoTime]
    private record Waited(CompletableFuture<?> outcome, long until) {
        void giveUpIfLate() {
            if (System.nanoTime() - until > 0) {
                outcome.completeExceptionally(new TimeoutException("not done in time"));
            }
        }
    }

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
        var waited = new Waited(outcome, System.nanoTime() + budget.toNanos());
        WATCH.over(waited);
        return outcome.whenComplete((_, _) -> WATCH.leave(waited));
    }

    /// Whether the one who asked has gone: what is not done yet is then better left.
    static boolean isTooLate() {
        return ASKED_FOR.isBound() && ASKED_FOR.get().isDone();
    }
}
