package dev.cowork.workspace.install;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The installation table.
@ApplicationScoped
class Installations implements PanacheRepositoryBase<Installation, String> {
    Optional<Installation> of(WorkspaceId workspace) {
        return findByIdOptional(workspace.value());
    }

    List<Installation> all() {
        return listAll();
    }

    /// @return whether there was one that old
    boolean removeOlderThan(WorkspaceId workspace, Instant at) {
        return delete("workspace = ?1 and installedAt <= ?2", workspace.value(), at) > 0;
    }
}
