package dev.cowork.insight;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// Which session something was left by: nothing is found without its workspace.
@Embeddable
record SessionKey(String workspace, UUID session) {
    static SessionKey of(WorkspaceId workspace, UUID session) {
        return new SessionKey(workspace.value(), session);
    }

    /// Reads what [#toString] gave to a button or a delivery.
    static SessionKey of(WorkspaceId workspace, String session) {
        return of(workspace, UUID.fromString(session));
    }

    WorkspaceId in() {
        return new WorkspaceId(workspace);
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
