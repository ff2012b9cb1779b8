package dev.cowork.workspace;

/// A person in a workspace, by Slack user id (`U…` or `W…`). Names change, ids stay: every right hangs on this.
public record MemberId(String value) {
    public MemberId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a member id cannot be blank");
        }
    }

    /// How Slack shows the person in a message: `<@U…>`.
    public String mention() {
        return "<@" + value + ">";
    }

    @Override
    public String toString() {
        return value;
    }
}
