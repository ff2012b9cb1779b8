package dev.cowork.playground;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes Slack's identifiers and its message timestamps.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Ids {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LENGTH = 10;

    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private long lastMicros;

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    /// For example `V0A1B2C3D4E` for the prefix `V`.
    String next(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /// `seconds.micros`; later than every one before it, even where the clock stands still or goes back.
    synchronized String timestamp() {
        var now = clock.instant();
        lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return format(lastMicros);
    }

    /// Never hands out a timestamp at or before this one again.
    synchronized void seen(String timestamp) {
        lastMicros = Math.max(lastMicros, Long.parseLong(timestamp.replace(".", "")));
    }

    private static String format(long micros) {
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }
}
