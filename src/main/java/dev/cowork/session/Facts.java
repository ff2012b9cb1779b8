package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The ledger: what is known about a ticket, and how surely.
@ApplicationScoped
class Facts implements PanacheRepositoryBase<Fact, UUID> {
    /// What is known, oldest first.
    List<Fact> of(Session session) {
        return all(session).stream().filter(fact -> !fact.isRemoved()).toList();
    }

    Optional<Fact> of(Session session, UUID id) {
        return all(session).stream().filter(fact -> fact.id().equals(id)).findFirst();
    }

    /// Adds the fact, or moves the one with these words, or the one it replaces, to where it stands now. What an agent
    /// took out of the ledger stays out.
    ///
    /// @param replaces the words of an earlier fact; empty for none
    Fact note(Session session, Standing standing, String statement, String replaces, Instant at) {
        var known = with(session, statement);
        var before = with(session, replaces).filter(it -> !it.isRemoved());
        if (known.isPresent()) {
            known.get().moveTo(standing, at);
            before.filter(it -> it != known.get()).ifPresent(this::delete);
            return known.get();
        }
        if (before.isPresent()) {
            before.get().reword(statement, at);
            before.get().moveTo(standing, at);
            return before.get();
        }
        var fact = new Fact(session, standing, statement, at);
        persistAndFlush(fact);
        return fact;
    }

    /// The one with these words, whatever the case and the full stop; also one that was taken out.
    Optional<Fact> with(Session session, String statement) {
        var words = plain(statement);
        return words.isEmpty()
                ? Optional.empty()
                : all(session).stream()
                        .filter(fact -> plain(fact.statement()).equals(words))
                        .findFirst();
    }

    private List<Fact> all(Session session) {
        return list(
                "workspace = ?1 and session = ?2 order by place",
                session.workspace().value(),
                session.id());
    }

    private static String plain(String statement) {
        return Wording.plain(statement);
    }
}
