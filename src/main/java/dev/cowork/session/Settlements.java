package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Settlements implements PanacheRepositoryBase<Settlement, UUID> {
    List<Settlement> grantedIn(Session session) {
        return list(
                "workspace = ?1 and session = ?2 and granted order by decidedAt",
                session.workspace().value(),
                session.id());
    }
}
