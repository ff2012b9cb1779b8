package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Turns implements PanacheRepositoryBase<Turn, UUID> {
    Optional<Turn> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    /// The one turn that is under way or failed, if there is one.
    Optional<Turn> unansweredIn(Session session) {
        return find(
                        "workspace = ?1 and session = ?2 and state <> ?3",
                        session.workspace().value(),
                        session.id(),
                        Turn.State.ANSWERED)
                .firstResultOptional();
    }

    /// The talk so far, oldest first.
    List<Turn> answeredIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 and state = ?3 order by number",
                session.workspace().value(),
                session.id(),
                Turn.State.ANSWERED);
    }

    /// When an answer was there.
    List<Instant> momentsIn(Session session) {
        return answeredIn(session).stream()
                .flatMap(turn -> turn.answeredAt().stream())
                .toList();
    }

    /// The same from the turn after that number on.
    List<Turn> answeredIn(Session session, int after) {
        return list(
                "workspace = ?1 and session = ?2 and state = ?3 and number > ?4 order by number",
                session.workspace().value(),
                session.id(),
                Turn.State.ANSWERED,
                after);
    }

    int nextNumberIn(Session session) {
        return Math.toIntExact(count(
                        "workspace = ?1 and session = ?2", session.workspace().value(), session.id()))
                + 1;
    }
}
