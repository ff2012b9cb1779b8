package dev.cowork.partner;

import java.time.Duration;
import java.util.Optional;

/// What all processes know together about Claude's limit on our account.
public interface SharedLimit {
    /// How long nobody may ask Claude, from now on; empty where everybody may.
    Optional<Duration> blockedFor();

    /// Claude told one of us to stop for so long.
    void block(Duration pause);
}
