package dev.cowork.training;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MadeDrills implements PanacheRepositoryBase<MadeDrill, RunKey> {
    private static final int MOST = 40;

    /// The newest of those that can be practised.
    List<MadeDrill> of(WorkspaceId workspace) {
        return find("key.workspace = ?1 and withdrawnAt is null order by approvedAt desc", workspace.value())
                .page(0, MOST)
                .list();
    }

    /// The session's, withdrawn or not.
    Optional<MadeDrill> ofSession(WorkspaceId workspace, UUID session) {
        return find("key.workspace = ?1 and session = ?2", workspace.value(), session)
                .firstResultOptional();
    }
}
