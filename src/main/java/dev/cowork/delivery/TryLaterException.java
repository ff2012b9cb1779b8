package dev.cowork.delivery;

import java.time.Duration;

/// The work cannot be done now; it is worth trying again after `pause`. Does not count as a failure.
public class TryLaterException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration pause;

    public TryLaterException(Duration pause, Throwable cause) {
        super("try again in " + pause, cause);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
