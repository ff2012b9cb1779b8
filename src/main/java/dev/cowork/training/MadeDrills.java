package dev.cowork.training;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MadeDrills implements PanacheRepositoryBase<MadeDrill, RunKey> {
    private static final int MOST = 40;

    /// The newest ones.
    List<MadeDrill> of(WorkspaceId workspace) {
        return find("key.workspace = ?1 order by approvedAt desc", workspace.value())
                .page(0, MOST)
                .list();
    }

    boolean isMadeOf(WorkspaceId workspace, UUID session) {
        return count("key.workspace = ?1 and session = ?2", workspace.value(), session) > 0;
    }
}
