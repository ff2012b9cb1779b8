package dev.cowork.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Lets what comes in go before what is worked off: Slack waits three seconds for the one and for the other nobody
/// counts the tenths of a second. Whoever has given way for [#LONGEST] goes on, a few each [#PAUSE], so that work never
/// stands still however much comes in, and never takes much from it.
@ApplicationScoped
class RightOfWay {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /// So many wait for their answer at once only where they come in faster than they can be stored.
    private static final int CROWD = Math.max(8, 4 * PROCESSORS);

    private static final Duration FRESH = Duration.ofMillis(50);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration BREATH = Duration.ofMillis(5);
    /// Each pause, of those who have waited for so long: working one off takes some milliseconds of a processor.
    private static final int A_FEW = Math.max(1, PROCESSORS / 2);

    private final Crowd crowd;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
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

    /// One who gives way, since then.
    private record Waiting(long since, CountDownLatch goes) {
        boolean isLong() {
            return System.nanoTime() - since > LONGEST.toNanos();
        }
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
        if (!isClosed.get() && isClosed.compareAndSet(false, true)) {
            Thread.ofVirtual().name("right-of-way").start(this::openLater);
            Thread.ofVirtual().name("right-of-way-goes-on").start(this::letGoOn);
        }
    }

    private void openLater() {
        try {
            do {
                waitUntilItIsQuiet();
            } while (!haveAllGoOn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            Log.debugf("nobody hears of a crowd any more, the program ends: %s", e.getMessage());
        } finally {
            isClosed.set(false);
            letAllGo();
        }
    }

    private void waitUntilItIsQuiet() throws InterruptedException {
        while (isCrowded() || crowd.isAnywhere()) {
            if (isCrowded()) {
                crowd.tell(this::isCrowded, STEP);
            } else {
                Thread.sleep(STEP);
            }
        }
    }

    /// No more at once than can be worked off: all together would keep the next who come in waiting, and be a crowd's
    /// cause.
    ///
    /// @return false where many come in again before all have gone on
    private boolean haveAllGoOn() throws InterruptedException {
        while (!waiting.isEmpty()) {
            if (isCrowded()) {
                return false;
            }
            for (var i = 0; i < 2 * PROCESSORS; i++) {
                letGo(waiting.poll());
            }
            Thread.sleep(BREATH);
        }
        return true;
    }

    private static void letGo(@Nullable Waiting one) {
        if (one != null) {
            one.goes().countDown();
        }
    }

    private void letGoOn() {
        while (isClosed.get()) {
            for (var i = 0; i < A_FEW; i++) {
                var first = waiting.peek();
                if (first != null && first.isLong() && waiting.remove(first)) {
                    letGo(first);
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void letAllGo() {
        for (var each = waiting.poll(); each != null; each = waiting.poll()) {
            letGo(each);
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
        if (!isClosed.get()) {
            return;
        }
        var mine = new Waiting(System.nanoTime(), new CountDownLatch(1));
        waiting.add(mine);
        if (!isClosed.get()) {
            letAllGo();
        }
        try {
            mine.goes().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
