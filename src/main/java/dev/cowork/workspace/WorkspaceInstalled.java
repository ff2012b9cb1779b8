package dev.cowork.workspace;

/// A workspace installed the app, for the first time or again.
///
/// @param by who did it
public record WorkspaceInstalled(WorkspaceId workspace, MemberId by) {}
