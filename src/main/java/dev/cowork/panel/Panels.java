package dev.cowork.panel;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Panels implements PanacheRepositoryBase<Panel, UUID> {
    Optional<Panel> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    Optional<Panel> locked(WorkspaceId workspace, UUID id) {
        return of(workspace, id).map(this::asItIs);
    }

    /// Locked, and read anew: whoever held it before may have changed it.
    private Panel asItIs(Panel panel) {
        getEntityManager().refresh(panel, LockModeType.PESSIMISTIC_WRITE);
        return panel;
    }

    /// The one under way in the session.
    Optional<Panel> underWayIn(WorkspaceId workspace, UUID session) {
        return find(
                        "workspace = ?1 and session = ?2 and state in (?3, ?4)",
                        workspace.value(),
                        session,
                        Panel.State.RUNNING,
                        Panel.State.DRAFTING)
                .firstResultOptional();
    }

    /// Those whose card stands in the session's thread.
    List<Panel> shownIn(WorkspaceId workspace, UUID session) {
        return list(
                "workspace = ?1 and session = ?2 and state in (?3, ?4)",
                workspace.value(),
                session,
                Panel.State.DECIDING,
                Panel.State.DONE);
    }

    /// Those whose choice is open.
    List<Panel> decidingIn(WorkspaceId workspace, UUID session) {
        return list("workspace = ?1 and session = ?2 and state = ?3", workspace.value(), session, Panel.State.DECIDING);
    }

    /// What all calls of the workspace have cost since then, in millionths.
    long spentSince(WorkspaceId workspace, Instant since) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(micros), 0) from Panel where workspace = ?1 and begunAt >= ?2", Long.class)
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .getSingleResult();
    }
}
