package dev.cowork.workspace;

/// What a person may do here. Everyone who is nothing else is an agent.
public enum Role {
    AGENT,
    SUPERVISOR,
    MANAGER;

    /// Whether this role may decide what an agent proposed.
    public boolean decides() {
        return this != AGENT;
    }

    /// In the middle of a sentence: `supervisor`.
    public String inside() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
