package dev.cowork.panel;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Blocks implements PanacheRepositoryBase<Blocked, UUID> {
    List<Blocked> of(Panel panel) {
        return list("panel = ?1 order by blockedAt, id", panel.id());
    }

    Optional<Blocked> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    Optional<Blocked> locked(WorkspaceId workspace, UUID id) {
        return of(workspace, id).map(block -> {
            getEntityManager().refresh(block, LockModeType.PESSIMISTIC_WRITE);
            return block;
        });
    }

    /// All that nobody has lifted in the session.
    List<Blocked> inForce(WorkspaceId workspace, UUID session) {
        return list(
                "workspace = ?1 and session = ?2 and state <> ?3 order by blockedAt, id",
                workspace.value(),
                session,
                Blocked.State.LIFTED);
    }
}
