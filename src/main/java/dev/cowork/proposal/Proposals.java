package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The proposal table.
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, ProposalKey> {
    /// The proposal as it is now; nobody else changes it until the transaction ends.
    Optional<Proposal> locked(ProposalKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Proposal> madeBy(WorkspaceId workspace, String gesture) {
        return find("key.workspace = ?1 and gesture = ?2", workspace.value(), gesture)
                .firstResultOptional();
    }

    List<Proposal> open(WorkspaceId workspace) {
        return list("key.workspace = ?1 and state = ?2", Sort.by("createdAt"), workspace.value(), Proposal.State.OPEN);
    }

    List<Proposal> ofSession(WorkspaceId workspace, String session) {
        return list("key.workspace = ?1 and session = ?2", Sort.by("createdAt"), workspace.value(), session);
    }

    List<Proposal> settled(WorkspaceId workspace, int atMost) {
        return find(
                        "key.workspace = ?1 and state <> ?2",
                        Sort.descending("settledAt"),
                        workspace.value(),
                        Proposal.State.OPEN)
                .page(0, atMost)
                .list();
    }

    /// Which proposals have waited too long, the longest first.
    List<ProposalKey> overdue(Instant now, int atMost) {
        return find("state = ?1 and expiresAt <= ?2", Sort.by("expiresAt"), Proposal.State.OPEN, now)
                .page(0, atMost)
                .stream()
                .map(Proposal::key)
                .toList();
    }
}
