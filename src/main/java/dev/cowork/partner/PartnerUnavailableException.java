package dev.cowork.partner;

import java.time.Duration;
import java.util.Optional;

/// No answer is to be had from Claude just now, and the playbook was not asked to stand in.
public class PartnerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why, so that the thread can say it in its own words.
    public enum Cause {
        /// 429: too many requests.
        BUSY,
        /// 529 or 5xx: Claude itself is in trouble.
        OVERLOADED,
        /// The spend limit is reached; trying again does not help.
        SPENT,
        /// Not reachable, or no answer in time.
        UNREACHABLE,
        /// The answer broke off in the middle.
        CUT,
        /// Claude declined to answer.
        REFUSED,
        /// An answer without any content.
        EMPTY,
        /// The key was not accepted, or the request was; a person must mend the settings.
        MISCONFIGURED
    }

    private final Cause kind;
    private final transient Optional<Duration> retryAfter;

    public PartnerUnavailableException(Cause kind, Optional<Duration> retryAfter, Throwable cause) {
        super("Claude is not available: " + kind, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Cause kind() {
        return kind;
    }

    /// Whether the same request may succeed later without anybody changing anything.
    public boolean helpsToTryAgain() {
        return kind != Cause.SPENT && kind != Cause.MISCONFIGURED && kind != Cause.REFUSED;
    }

    /// How long Claude asked us to wait, where it did.
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
