package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Drafts implements PanacheRepositoryBase<Draft, UUID> {
    Optional<Draft> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    int nextVersionIn(Session session) {
        return Math.toIntExact(count(
                        "workspace = ?1 and session = ?2", session.workspace().value(), session.id()))
                + 1;
    }

    /// The version that counts now, if there is one.
    Optional<Draft> currentIn(Session session) {
        return withState(session, List.of(Draft.State.CURRENT));
    }

    /// The version to go back to when the current one is taken back.
    Optional<Draft> beforeIn(Session session, Draft current) {
        return find(
                        "workspace = ?1 and session = ?2 and version < ?3 and state in ?4 order by version desc",
                        session.workspace().value(),
                        session.id(),
                        current.version(),
                        List.of(Draft.State.REPLACED, Draft.State.USED))
                .firstResultOptional();
    }

    List<Draft> allIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 order by version",
                session.workspace().value(),
                session.id());
    }

    /// What went out, oldest first.
    List<Draft> usedIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 and state = ?3 order by version",
                session.workspace().value(),
                session.id(),
                Draft.State.USED);
    }

    private Optional<Draft> withState(Session session, List<Draft.State> states) {
        return find(
                        "workspace = ?1 and session = ?2 and state in ?3 order by version desc",
                        session.workspace().value(),
                        session.id(),
                        states)
                .firstResultOptional();
    }
}
