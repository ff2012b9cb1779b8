package dev.cowork;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for what happens beside a test, and no longer than it takes.
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + patience + ": " + what + "\n" + seen.get());
            }
            rest();
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
