package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Corrections implements PanacheRepositoryBase<Correction, UUID> {
    /// All of one press.
    List<Correction> of(WorkspaceId workspace, UUID batch) {
        return list("workspace = ?1 and batch = ?2", workspace.value(), batch);
    }
}
