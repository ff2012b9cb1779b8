package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Approaches implements PanacheRepositoryBase<Approach, UUID> {
    Optional<Approach> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    /// All that were offered, in their order.
    List<Approach> in(Session session) {
        return list(
                "workspace = ?1 and session = ?2 order by turn, move, number",
                session.workspace().value(),
                session.id());
    }
}
