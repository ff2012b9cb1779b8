package dev.cowork.audit;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// The audit chain's tables.
@ApplicationScoped
class AuditEntries implements PanacheRepositoryBase<AuditEntry, AuditEntry.Seq> {
    /// The chain's head; nobody else adds to the chain until the transaction ends.
    AuditHead lockedHead(WorkspaceId workspace) {
        return locked(workspace).orElseGet(() -> {
            getEntityManager()
                    .createNativeQuery(
                            "insert into audit_head (workspace, seq, hash) values (?1, 0, '') on conflict do nothing")
                    .setParameter(1, workspace.value())
                    .executeUpdate();
            return locked(workspace).orElseThrow();
        });
    }

    private Optional<AuditHead> locked(WorkspaceId workspace) {
        return Optional.ofNullable(
                getEntityManager().find(AuditHead.class, workspace.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /// Where the chain ends now; empty where it has not begun.
    Optional<AuditHead> head(WorkspaceId workspace) {
        return Optional.ofNullable(getEntityManager().find(AuditHead.class, workspace.value()));
    }

    Finding proof(WorkspaceId workspace) {
        flush();
        return getEntityManager()
                .unwrap(Session.class)
                .doReturningWork(connection -> new AuditProof(connection).of(workspace, List.of()));
    }
}
