package dev.cowork.audit;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/// The audit_anchor table.
@ApplicationScoped
class AuditAnchors implements PanacheRepositoryBase<AuditAnchor, AuditAnchor.Taken> {
    Optional<AuditAnchor> of(WorkspaceId workspace, LocalDate day) {
        return findByIdOptional(new AuditAnchor.Taken(workspace.value(), day));
    }

    /// Which workspaces have entries from before that time that no anchor has seen.
    ///
    /// @param today those that have an anchor of this day already are left out
    List<WorkspaceId> due(Instant before, LocalDate today) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select head.workspace from audit_head head
                        where not exists (select 1 from audit_anchor anchor
                                where anchor.workspace = head.workspace and anchor.day >= ?2)
                            and exists (select 1 from audit_entry entry
                                where entry.workspace = head.workspace and entry.at < ?1 and entry.seq > coalesce(
                                    (select max(anchor.seq) from audit_anchor anchor
                                        where anchor.workspace = head.workspace), 0))
                        order by head.workspace""", String.class)
                .setParameter(1, before)
                .setParameter(2, today)
                .getResultList()
                .stream()
                .map(WorkspaceId::new)
                .toList();
    }
}
