package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;

/// A queue of its own: what is on one lane goes in order, one at a time; lanes go side by side.
public record Lane(String value) {
    public Lane {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("a lane's name has 1 to 200 characters: " + value);
        }
    }

    /// The lane of something in a workspace: a thread, a proposal, one person's command.
    public static Lane of(WorkspaceId workspace, Object... parts) {
        return new Lane(workspace + "/" + Key.of(parts));
    }

    @Override
    public String toString() {
        return value;
    }
}
