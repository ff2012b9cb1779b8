package dev.cowork.partner;

import dev.cowork.partner.PartnerUnavailableException.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How often a request that nobody has seen anything of yet is repeated: twice, and eight seconds of waiting in all.
/// After that a person is told.
final class Patience {
    private static final List<Duration> STEPS = List.of(Duration.ofMillis(500), Duration.ofSeconds(2));
    private static final Duration IN_ALL = Duration.ofSeconds(8);

    private final Pause pause;
    private int repeats;
    private Duration waited = Duration.ZERO;

    Patience(Pause pause) {
        this.pause = pause;
    }

    /// Returns when it is time to try again; otherwise throws what went wrong.
    void waitAfter(PartnerUnavailableException fault) {
        if (repeats == STEPS.size() || !Faults.isCheapToRepeat(fault)) {
            throw fault;
        }
        var step = fault.retryAfter().orElse(STEPS.get(repeats));
        if (waited.plus(step).compareTo(IN_ALL) > 0) {
            throw fault;
        }
        repeats++;
        waited = waited.plus(step);
        try {
            pause.pause(step);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartnerUnavailableException(Cause.UNREACHABLE, Optional.empty(), stopped);
        }
    }
}
