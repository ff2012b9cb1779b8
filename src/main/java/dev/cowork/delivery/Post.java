package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;

/// Something to be sent to Slack. `message` names the message it makes or changes; a later post with the same
/// `message` changes what the first one made. `body` is the sender's own JSON.
///
/// @param key what makes twice once, among all posts of the workspace
/// @param lane posts on one lane go out in order
public record Post(WorkspaceId workspace, Key key, Key message, Lane lane, String body) {}
