package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Utterances implements PanacheRepositoryBase<Utterance, UUID> {
    /// What the partner has not been given yet, in the order it was said.
    List<Utterance> waitingIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 and turn is null order by place",
                session.workspace().value(),
                session.id());
    }

    List<Utterance> of(Turn turn) {
        return list(
                "workspace = ?1 and turn = ?2 order by place", turn.workspace().value(), turn.id());
    }

    /// When something was said or happened.
    List<Instant> momentsIn(Session session) {
        return find(
                        "select saidAt from Utterance where workspace = ?1 and session = ?2",
                        session.workspace().value(),
                        session.id())
                .project(Instant.class)
                .list();
    }

    /// The words the session began with.
    String firstIn(Session session) {
        return find(
                        "workspace = ?1 and session = ?2 order by place",
                        session.workspace().value(),
                        session.id())
                .firstResultOptional()
                .map(Utterance::words)
                .orElse("");
    }
}
