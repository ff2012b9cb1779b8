package dev.cowork.proposal.authority;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Set;

/// Who may decide what is different now. Fired in the transaction that changes it.
///
/// @param concerned whose rights or pages are different
public record AuthorityChanged(WorkspaceId workspace, Set<MemberId> concerned) {}
