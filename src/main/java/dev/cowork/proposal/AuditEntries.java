package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// The audit chain's tables.
@ApplicationScoped
class AuditEntries implements PanacheRepositoryBase<AuditEntry, AuditEntry.Seq> {
    /// The chain's head; nobody else adds to the chain until the transaction ends.
    AuditHead lockedHead(WorkspaceId workspace) {
        getEntityManager()
                .createNativeQuery(
                        "insert into audit_head (workspace, seq, hash) values (?1, 0, '') on conflict do nothing")
                .setParameter(1, workspace.value())
                .executeUpdate();
        return getEntityManager().find(AuditHead.class, workspace.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /// The entries after that one, the oldest first.
    List<AuditEntry> after(WorkspaceId workspace, long seq, int atMost) {
        return find("id.workspace = ?1 and id.seq > ?2", Sort.by("id.seq"), workspace.value(), seq)
                .page(0, atMost)
                .list();
    }

    /// Where the chain ends now; empty where it has not begun.
    Optional<AuditHead> head(WorkspaceId workspace) {
        return Optional.ofNullable(getEntityManager().find(AuditHead.class, workspace.value()));
    }

    /// Lets go of what was read: a chain may be longer than memory.
    void forget() {
        getEntityManager().clear();
    }
}
