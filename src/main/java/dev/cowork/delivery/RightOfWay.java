package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Lets what comes in go before what is worked off: Slack waits three seconds for the one and for the other nobody
/// counts the tenths of a second. Nobody gives way for longer than [#LONGEST], so that work goes on however much
/// comes in.
@ApplicationScoped
class RightOfWay {
    /// Fewer than that share a commit when nothing much is going on.
    private static final int CROWD = 8;
    private static final Duration FRESH = Duration.ofMillis(50);
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private volatile long crowdedAt = System.nanoTime() - LONGEST.toNanos();

    /// So many were stored in one commit.
    void saw(int together) {
        if (together >= CROWD) {
            crowdedAt = System.nanoTime();
        }
    }

    /// Waits while many come in. Called by those who hold nothing that others want.
    void give() {
        var begun = System.nanoTime();
        try {
            while (System.nanoTime() - crowdedAt < FRESH.toNanos() && System.nanoTime() - begun < LONGEST.toNanos()) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
