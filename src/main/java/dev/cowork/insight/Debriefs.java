package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// The debrief table.
@ApplicationScoped
class Debriefs implements PanacheRepositoryBase<Debrief, SessionKey> {
    /// The debrief as it is now; nobody else changes it until the transaction ends.
    Optional<Debrief> locked(SessionKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Debrief> ofOwner(WorkspaceId workspace, MemberId owner) {
        return list("key.workspace = ?1 and owner = ?2", workspace.value(), owner.value());
    }
}
