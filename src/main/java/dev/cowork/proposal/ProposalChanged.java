package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Set;

/// What is seen of a proposal is different now. Fired in the transaction that changes it.
///
/// @param concerned who may decide it, has decided, or works on its ticket
public record ProposalChanged(WorkspaceId workspace, ProposalId proposal, String session, Set<MemberId> concerned) {}
