package dev.cowork.workspace.setting;

import dev.cowork.workspace.WorkspaceId;

/// A workspace set something else.
public record SettingsSaved(WorkspaceId workspace) {}
