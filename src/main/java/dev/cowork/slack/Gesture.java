package dev.cowork.slack;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;

/// Who did something where. `key` is Slack's own key of it, the same at every redelivery.
///
/// @param home the workspace the person belongs to; another than `workspace` for a guest through Slack Connect
public record Gesture(WorkspaceId workspace, MemberId member, WorkspaceId home, String key) {

    /// Whether the person is of this workspace and not a visitor from another one.
    public boolean isOfThisWorkspace() {
        return workspace.equals(home);
    }
}
