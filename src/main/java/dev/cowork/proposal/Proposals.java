package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The proposal table.
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, ProposalKey> {
    private static final String WAITS_FOR = "from Proposal p where p.key.workspace = ?1 and p.state = OPEN"
            + " and ?2 not member of p.participants.members and not exists (select 1 from DecisionStep d"
            + " where d.id.workspace = p.key.workspace and d.id.proposal = p.key.id and d.decidedBy = ?2)";
    private static final String IS_OF = "from Proposal p where p.key.workspace = ?1 and p.state = OPEN"
            + " and ?2 member of p.participants.members";

    /// The proposal as it is now; nobody else changes it until the transaction ends.
    Optional<Proposal> locked(ProposalKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Adds somebody who works on its ticket; who does so already stays as they are.
    void takePart(Proposal proposal, MemberId member, Instant since) {
        getEntityManager()
                .createNativeQuery("insert into proposal_participant (workspace, proposal, member, since)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, proposal.key().workspace())
                .setParameter(2, proposal.key().id())
                .setParameter(3, member.value())
                .setParameter(4, since)
                .executeUpdate();
        getEntityManager().refresh(proposal);
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

    /// To be locked one by one: what was read before somebody else was waited for would be out of date.
    List<ProposalKey> keysOfSession(WorkspaceId workspace, String session) {
        return find(
                        "select p.key from Proposal p where p.key.workspace = ?1 and p.session = ?2 order by p.createdAt",
                        workspace.value(),
                        session)
                .project(ProposalKey.class)
                .list();
    }

    /// What the person could decide, as far as the proposals themselves tell, the earliest deadline first.
    List<Proposal> waitingFor(WorkspaceId workspace, MemberId member, int atMost) {
        return find(WAITS_FOR + " order by p.deadline.expiresAt", workspace.value(), member.value())
                .page(0, atMost)
                .list();
    }

    long countWaitingFor(WorkspaceId workspace, MemberId member) {
        return find("select count(p) " + WAITS_FOR, workspace.value(), member.value())
                .project(Long.class)
                .singleResult();
    }

    /// What the person asked for or works on and is open, the earliest deadline first.
    List<Proposal> pendingOf(WorkspaceId workspace, MemberId member, int atMost) {
        return find(IS_OF + " order by p.deadline.expiresAt", workspace.value(), member.value())
                .page(0, atMost)
                .list();
    }

    long countOpen(WorkspaceId workspace) {
        return find(
                        "select count(p) from Proposal p where p.key.workspace = ?1 and p.state = ?2",
                        workspace.value(),
                        Proposal.State.OPEN)
                .project(Long.class)
                .singleResult();
    }

    long countPendingOf(WorkspaceId workspace, MemberId member) {
        return find("select count(p) " + IS_OF, workspace.value(), member.value())
                .project(Long.class)
                .singleResult();
    }

    /// What came to its end of what the person works on or has decided, the newest first, of their latest.
    List<Proposal> settledOf(WorkspaceId workspace, MemberId member, int atMost) {
        List<?> latest = getEntityManager()
                .createNativeQuery("""
                        select p.id from proposal p join (
                            (select proposal from proposal_participant
                                where workspace = ?1 and member = ?2 order by since desc limit 100)
                            union
                            (select proposal from proposal_decision
                                where workspace = ?1 and decided_by = ?2 order by decided_at desc limit 100)) mine
                            on p.id = mine.proposal
                        where p.workspace = ?1 and p.state <> 'OPEN' order by p.settled_at desc""", UUID.class)
                .setParameter(1, workspace.value())
                .setParameter(2, member.value())
                .setMaxResults(atMost)
                .getResultList();
        return latest.isEmpty()
                ? List.of()
                : list("key.workspace = ?1 and key.id in ?2", Sort.descending("settledAt"), workspace.value(), latest);
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

    /// Which proposals have used up so much of their time that their deciders are to be reminded.
    List<ProposalKey> toRemind(Instant now, int hundredths, int atMost) {
        return keys(getEntityManager()
                .createNativeQuery("""
                        select p.workspace, p.id from proposal p
                        where p.state = 'OPEN' and p.reminded_for is distinct from p.expires_at
                        and cast(?1 as timestamptz) between coalesce(p.asked_at, p.created_at)
                            + (p.expires_at - coalesce(p.asked_at, p.created_at)) * ?2 / 100 and p.expires_at""")
                .setParameter(1, now)
                .setParameter(2, hundredths)
                .setMaxResults(atMost));
    }

    /// Which proposals are to go on to the stand-in, where one is named.
    List<ProposalKey> toFallBack(Instant now, int atMost) {
        return keys(
                getEntityManager().createNativeQuery("""
                        select p.workspace, p.id from proposal p
                        join lead l on l.workspace = p.workspace and l.role = 'STAND_IN'
                        where p.state = 'OPEN' and p.fell_back_for is distinct from p.expires_at
                        and cast(?1 as timestamptz) < p.expires_at
                        and (p.hurried or cast(?1 as timestamptz) >= coalesce(p.asked_at, p.created_at)
                            + (p.expires_at - coalesce(p.asked_at, p.created_at)) * l.share / 100)""").setParameter(1, now).setMaxResults(atMost));
    }

    private static List<ProposalKey> keys(Query query) {
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> new ProposalKey((String) row[0], (UUID) row[1]))
                        .toList();
    }

    /// Where something waits.
    List<WorkspaceId> waitingWorkspaces() {
        return find("select distinct p.key.workspace from Proposal p where p.state = ?1", Proposal.State.OPEN)
                .project(String.class)
                .stream()
                .map(WorkspaceId::new)
                .toList();
    }

    List<ProposalKey> openKeys(WorkspaceId workspace) {
        return find(
                        "key.workspace = ?1 and state = ?2",
                        Sort.by("deadline.expiresAt"),
                        workspace.value(),
                        Proposal.State.OPEN)
                .stream()
                .map(Proposal::key)
                .toList();
    }

    /// Which proposals have waited too long, the longest first.
    List<ProposalKey> overdue(Instant now, int atMost) {
        return find("state = ?1 and deadline.expiresAt <= ?2", Sort.by("deadline.expiresAt"), Proposal.State.OPEN, now)
                .page(0, atMost)
                .stream()
                .map(Proposal::key)
                .toList();
    }
}
