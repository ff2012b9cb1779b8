package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The digest table.
@ApplicationScoped
class Digests implements PanacheRepositoryBase<Digest, Digest.Id> {
    /// The person's, made where there is none yet, and locked.
    Digest locked(WorkspaceId workspace, MemberId member) {
        getEntityManager()
                .createNativeQuery("insert into digest (workspace, member) values (?1, ?2) on conflict do nothing")
                .setParameter(1, workspace.value())
                .setParameter(2, member.value())
                .executeUpdate();
        return findById(Digest.Id.of(workspace, member), LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Digest> lockedIfAny(Digest.Id id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Those wanted that were not sent since then.
    List<Digest.Id> due(Instant notSince, int atMost) {
        return find(
                        "select d.id from Digest d where d.wantedAt is not null and (d.sentAt is null or d.sentAt <= ?1)"
                                + " order by d.wantedAt",
                        notSince)
                .project(Digest.Id.class)
                .page(0, atMost)
                .list();
    }
}
