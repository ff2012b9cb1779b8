package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class Summaries implements PanacheRepositoryBase<Summary, Summary.Of> {
    Optional<Summary> of(Session session) {
        return findByIdOptional(Summary.Of.of(session));
    }
}
