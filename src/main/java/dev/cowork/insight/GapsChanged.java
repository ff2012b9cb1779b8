package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Set;

/// What App Home says of gaps is out of date for these people.
public record GapsChanged(WorkspaceId workspace, Set<MemberId> concerned) {}
