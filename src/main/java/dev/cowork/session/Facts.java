package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Facts implements PanacheRepositoryBase<Fact, UUID> {
    /// What is known, oldest first.
    List<Fact> of(Session session) {
        return list(
                "workspace = ?1 and session = ?2 order by place",
                session.workspace().value(),
                session.id());
    }

    /// Adds the fact, or moves the one with these words to another standing.
    void note(Session session, Standing standing, String statement, Instant at) {
        find(
                        "workspace = ?1 and session = ?2 and lower(statement) = lower(?3)",
                        session.workspace().value(),
                        session.id(),
                        statement)
                .firstResultOptional()
                .ifPresentOrElse(
                        known -> known.moveTo(standing, at),
                        () -> persistAndFlush(new Fact(session, standing, statement, at)));
    }
}
