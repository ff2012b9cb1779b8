package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;

/// A post has arrived in Slack. Fired in the transaction that records it; `ts` is Slack's id of the message within
/// the channel, empty for what has none (ephemeral messages, views).
public record PostSent(WorkspaceId workspace, Key key, Key message, String channel, String ts) {}
