package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Suggestions implements PanacheRepositoryBase<Suggestion, UUID> {
    Optional<Suggestion> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    boolean hasEscalation(Session session) {
        return count(
                        "workspace = ?1 and session = ?2 and kind = ?3",
                        session.workspace().value(),
                        session.id(),
                        Suggestion.Kind.ESCALATION)
                > 0;
    }

    /// What nobody has settled yet.
    List<Suggestion> openIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 and state = ?3",
                session.workspace().value(),
                session.id(),
                Suggestion.State.OPEN);
    }
}
