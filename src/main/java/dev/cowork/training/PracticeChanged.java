package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;

/// What App Home says of a person's practice is out of date.
public record PracticeChanged(WorkspaceId workspace, MemberId member) {}
