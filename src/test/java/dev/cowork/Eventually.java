package dev.cowork;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what happens beside a test, and no longer than it takes.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Looking costs what is looked at its time, so who waits long looks less often. Milliseconds.
    private static final long SOON = 20;

    private static final long LATER = 120;

    private Eventually() {}

    /// Waits until it is so.
    ///
    /// @param what what is waited for, and what the failure will say
    public static void is(String what, BooleanSupplier so) {
        is(what, PATIENCE, so, () -> "");
    }

    /// @param seen what is to be seen instead, for the failure
    public static void is(String what, Duration patience, BooleanSupplier so, Supplier<Object> seen) {
        var until = System.nanoTime() + patience.toNanos();
        var pause = SOON;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + ": " + what + "\n" + seen.get());
            }
            rest(pause);
            pause = Math.min(pause * 3 / 2, LATER);
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
