package dev.cowork.home;

import dev.cowork.delivery.Key;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/// Puts a person's Home up, and keeps it true for those who have opened it.
@ApplicationScoped
class ShowingHome {
    private final Deeds deeds;
    private final HomeVisits visits;
    private final SessionBook sessions;
    private final Posting posting;
    private final Settings settings;
    private final InstantSource clock;

    ShowingHome(
            Deeds deeds,
            HomeVisits visits,
            SessionBook sessions,
            Posting posting,
            Settings settings,
            InstantSource clock) {
        this.deeds = deeds;
        this.visits = visits;
        this.sessions = sessions;
        this.posting = posting;
        this.settings = settings;
        this.clock = clock;
    }

    /// Somebody came.
    @Transactional
    void open(WorkspaceId workspace, MemberId member, String gesture) {
        var visitor = HomeVisit.Visitor.of(workspace, member);
        visits.findByIdOptional(visitor)
                .ifPresentOrElse(
                        visit -> visit.again(clock.instant()),
                        () -> visits.persist(HomeVisit.of(visitor, clock.instant())));
        show(workspace, member, Key.of("home", member, gesture));
    }

    void on(@Observes SessionClosed closed) {
        refresh(closed.workspace(), closed.owner(), Key.of("home", closed.owner(), "closed", closed.session()));
    }

    void on(@Observes ProposalDecided decided) {
        refreshAfter(decided, decided.by());
        sessions.ownerOf(decided.workspace(), UUID.fromString(decided.session()))
                .filter(owner -> !owner.equals(decided.by()))
                .ifPresent(owner -> refreshAfter(decided, owner));
    }

    private void refreshAfter(ProposalDecided decided, MemberId member) {
        refresh(decided.workspace(), member, Key.of("home", member, "decided", decided.proposal()));
    }

    private void refresh(WorkspaceId workspace, MemberId member, Key key) {
        if (visits.knows(workspace, member)) {
            show(workspace, member, key);
        }
    }

    private void show(WorkspaceId workspace, MemberId member, Key key) {
        posting.home(
                workspace,
                member,
                key,
                new HomePage(workspace, deeds.of(workspace, member), settings.command()).view());
    }
}
