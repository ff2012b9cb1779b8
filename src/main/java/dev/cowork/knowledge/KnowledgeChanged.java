package dev.cowork.knowledge;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Set;

/// Other files are there now. Fired in the transaction that changes it.
///
/// @param concerned in whose App Home they are listed
public record KnowledgeChanged(WorkspaceId workspace, Set<MemberId> concerned) {}
