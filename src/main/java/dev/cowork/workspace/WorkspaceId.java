package dev.cowork.workspace;

/// A Slack workspace (`T…`) or, for an org-wide install, its enterprise (`E…`).
public record WorkspaceId(String value) {
    public WorkspaceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a workspace id cannot be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
