package dev.cowork.training;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// Which run of a drill: nothing is found without its workspace.
@Embeddable
record RunKey(String workspace, UUID id) {
    static RunKey fresh(WorkspaceId workspace) {
        return new RunKey(workspace.value(), UUID.randomUUID());
    }

    /// Reads what [#toString] gave to a button or a delivery.
    static RunKey of(WorkspaceId workspace, String id) {
        return new RunKey(workspace.value(), UUID.fromString(id));
    }

    WorkspaceId in() {
        return new WorkspaceId(workspace);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
