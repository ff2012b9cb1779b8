package dev.cowork.workspace.install;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;

/// A workspace installed the app, for the first time or again.
///
/// @param by who did it
public record WorkspaceInstalled(WorkspaceId workspace, MemberId by) {}
