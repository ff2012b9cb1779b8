package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/// The who_decides table.
@ApplicationScoped
class WhoDecidesRows implements PanacheRepositoryBase<WhoDecides, String> {
    /// The workspace's, locked; empty where it was made just now, as those say.
    Optional<WhoDecides> locked(WorkspaceId workspace, String members, Instant at) {
        var made = getEntityManager()
                .createNativeQuery("insert into who_decides (workspace, members, seen_at) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, workspace.value())
                .setParameter(2, members)
                .setParameter(3, at)
                .executeUpdate();
        return made > 0 ? Optional.empty() : findByIdOptional(workspace.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    boolean say(WorkspaceId workspace, String members) {
        return findByIdOptional(workspace.value())
                .filter(seen -> seen.is(members))
                .isPresent();
    }

    /// To be called with the lock of [#locked].
    void become(WorkspaceId workspace, String members, Instant at) {
        findById(workspace.value()).becomes(members, at);
    }
}
