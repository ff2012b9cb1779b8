package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {
    Optional<Session> of(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id).firstResultOptional();
    }

    /// The session, locked until the transaction ends: its turns, drafts and card change under this lock only.
    Optional<Session> locked(WorkspaceId workspace, UUID id) {
        return find("workspace = ?1 and id = ?2", workspace.value(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<Session> in(WorkspaceId workspace, ThreadRef thread) {
        return find(
                        "workspace = ?1 and channel = ?2 and threadTs = ?3",
                        workspace.value(),
                        thread.channel(),
                        thread.ts())
                .firstResultOptional();
    }

    /// The latest session of somebody by that name before this one, opened after `since`. No training: nobody was
    /// failed there.
    Optional<Session> before(Session session, String customer, Instant since) {
        return find(
                        "workspace = ?1 and lower(customer) = lower(?2) and id <> ?3 and openedAt < ?4 and openedAt > ?5"
                                + " and opening <> 'training' order by openedAt desc",
                        session.workspace().value(),
                        customer,
                        session.id(),
                        session.openedAt(),
                        since)
                .firstResultOptional();
    }

    /// Every session that is not closed and whose thread stands, newest first.
    List<Session> openIn(WorkspaceId workspace) {
        return find(
                        "workspace = ?1 and state <> ?2 and threadTs is not null order by openedAt desc",
                        workspace.value(),
                        Session.State.CLOSED)
                .page(0, 5_000)
                .list();
    }

    /// Whether a session of the channel waits for its card to stand.
    boolean isAnyWaitingIn(WorkspaceId workspace, String channel) {
        return count("workspace = ?1 and channel = ?2 and threadTs is null", workspace.value(), channel) > 0;
    }

    Optional<Session> withCard(WorkspaceId workspace, Key card) {
        return find("workspace = ?1 and cardKey = ?2", workspace.value(), card.value())
                .firstResultOptional();
    }

    /// What the member has open, newest first.
    List<Session> openOf(WorkspaceId workspace, MemberId owner) {
        return find(
                        "workspace = ?1 and owner = ?2 and state <> ?3 order by openedAt desc",
                        workspace.value(),
                        owner.value(),
                        Session.State.CLOSED)
                .page(0, 20)
                .list();
    }

    /// All the member ever opened, newest first.
    List<Session> allOf(WorkspaceId workspace, MemberId owner) {
        return find("workspace = ?1 and owner = ?2 order by openedAt desc", workspace.value(), owner.value())
                .page(0, 1000)
                .list();
    }
}
