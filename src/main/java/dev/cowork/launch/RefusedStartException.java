package dev.cowork.launch;

/// The bot cannot start as it is configured. The message is the one line a person reads: what is wrong, and what to do.
/// Trying again without changing something does not help.
public final class RefusedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedStartException(String line) {
        super(line);
    }

    RefusedStartException(String line, Throwable cause) {
        super(line, cause);
    }
}
