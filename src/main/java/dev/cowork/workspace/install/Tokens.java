package dev.cowork.workspace.install;

import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// With what we call Slack for a workspace.
public interface Tokens {
    /// The bot's token there; empty where the workspace has not installed the app, or has taken it away.
    Optional<String> of(WorkspaceId workspace);

    /// Every token there is.
    List<String> all();
}
