package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;

/// A post cannot be sent, ever: Slack refused it. Fired in the transaction that records it.
///
/// @param reason Slack's error code, or what went wrong in plain words
public record PostDied(WorkspaceId workspace, Key key, Key message, String reason) {}
