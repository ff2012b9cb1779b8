package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The lead table.
@ApplicationScoped
class Leads implements PanacheRepositoryBase<Lead, Lead.Id> {
    Optional<Lead> of(WorkspaceId workspace, String role) {
        return findByIdOptional(Lead.Id.of(workspace, role));
    }

    List<Lead> in(WorkspaceId workspace) {
        return list("id.workspace = ?1", Sort.by("id.role"), workspace.value());
    }
}
