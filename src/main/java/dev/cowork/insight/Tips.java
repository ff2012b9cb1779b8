package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The tip table.
@ApplicationScoped
class Tips implements PanacheRepositoryBase<Tip, Tip.TipKey> {
    Optional<Tip> of(SessionKey from) {
        return find("key.workspace = ?1 and session = ?2", from.workspace(), from.session())
                .firstResultOptional();
    }

    Optional<Tip> sharedBy(WorkspaceId workspace, String gesture) {
        return find("key.workspace = ?1 and gesture = ?2", workspace.value(), gesture)
                .firstResultOptional();
    }

    long countBy(WorkspaceId workspace, MemberId member) {
        return count("key.workspace = ?1 and sharedBy = ?2", workspace.value(), member.value());
    }

    /// As if it had never been shared; seen by what is asked next.
    void takeBack(Tip tip) {
        delete(tip);
        flush();
    }
}
