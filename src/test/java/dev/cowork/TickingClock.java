package dev.cowork;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only the test moves.
public final class TickingClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void tick(Duration time) {
        now = now.plus(time);
    }
}
