package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AskedQuestions implements PanacheRepositoryBase<AskedQuestion, UUID> {
    Optional<AskedQuestion> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    /// All that was asked, oldest first.
    List<AskedQuestion> in(Session session) {
        return list(
                "workspace = ?1 and session = ?2 order by askedAt, move, number",
                session.workspace().value(),
                session.id());
    }

    List<AskedQuestion> openIn(Session session) {
        return in(session).stream().filter(AskedQuestion::isOpen).toList();
    }

    /// The list the question stands in, in order.
    List<AskedQuestion> listOf(Session session, AskedQuestion question) {
        return in(session).stream().filter(other -> other.isInListOf(question)).toList();
    }
}
