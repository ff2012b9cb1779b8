package dev.cowork.proposal.precedent;

import dev.cowork.privacy.Confidential;
import dev.cowork.workspace.WorkspaceId;

/// Who knows by which names a case could be recognised: whoever works on it.
public interface CaseNames {
    /// @param session as given in the proposal
    Confidential of(WorkspaceId workspace, String session);
}
