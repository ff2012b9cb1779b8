package dev.cowork.slack;

/// A signed request that is none of Slack's shapes. Answered with 400; nothing is stored.
class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String what) {
        super(what);
    }
}
