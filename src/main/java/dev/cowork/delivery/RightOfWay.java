package dev.cowork.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Lets what comes in go before what is worked off: Slack waits three seconds for the one and for the other nobody
/// counts the tenths of a second. Nobody gives way for longer than [#LONGEST], and once more where a crowd is seen
/// elsewhere, so that work goes on however much comes in.
@ApplicationScoped
class RightOfWay {
    /// So many wait for their answer at once only where they come in faster than they can be stored.
    private static final int CROWD = 8;
    private static final Duration FRESH = Duration.ofMillis(50);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Crowd crowd;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<CompletableFuture<Boolean>> free =
            new AtomicReference<>(CompletableFuture.completedFuture(true));
    private final Duration fresh;
    private volatile long crowdedAt;

    @Inject
    RightOfWay(Crowd crowd) {
        this(crowd, FRESH);
    }

    /// @param fresh how long after the last of a crowd it still counts as there
    RightOfWay(Crowd crowd, Duration fresh) {
        this.crowd = crowd;
        this.fresh = fresh;
        this.crowdedAt = System.nanoTime() - fresh.toNanos();
    }

    /// Somebody waits for an answer from now on.
    void arrives() {
        if (underWay.incrementAndGet() >= CROWD) {
            crowdedAt = System.nanoTime();
            close();
        }
    }

    /// Somebody was answered.
    void leaves() {
        underWay.decrementAndGet();
    }

    private void close() {
        var before = free.get();
        var next = new CompletableFuture<Boolean>();
        if (before.isDone() && free.compareAndSet(before, next)) {
            Thread.ofVirtual().name("right-of-way").start(() -> openLater(next));
        }
    }

    private void openLater(CompletableFuture<Boolean> closed) {
        try {
            while (isCrowded() || crowd.isAnywhere()) {
                if (isCrowded()) {
                    crowd.tell(this::isCrowded, STEP);
                } else {
                    Thread.sleep(STEP);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            Log.debugf("nobody hears of a crowd any more, the program ends: %s", e.getMessage());
        } finally {
            closed.complete(true);
        }
    }

    private boolean isCrowded() {
        return System.nanoTime() - crowdedAt < fresh.toNanos();
    }

    /// Waits while many come in at another process, which was seen just now. Where they come in here, [#give] was
    /// enough.
    void giveToOthers() {
        if (!isCrowded()) {
            close();
            give();
        }
    }

    /// Waits while many come in. Called by those who hold nothing that others want.
    void give() {
        try {
            free.get().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goes) {
            // It waited long enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
