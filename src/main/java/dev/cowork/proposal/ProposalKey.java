package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A proposal's primary key: nothing is found without its workspace.
@Embeddable
record ProposalKey(String workspace, UUID id) {
    static ProposalKey of(WorkspaceId workspace, ProposalId id) {
        return new ProposalKey(workspace.value(), id.value());
    }

    WorkspaceId in() {
        return new WorkspaceId(workspace);
    }

    ProposalId proposal() {
        return new ProposalId(id);
    }
}
