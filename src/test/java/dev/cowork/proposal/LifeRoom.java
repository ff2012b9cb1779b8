package dev.cowork.proposal;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.Finding;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Outbox;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.MatrixTables;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.ChangingWorkspace;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.RoleTables;
import dev.cowork.workspace.Standing;
import dev.cowork.workspace.Standings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// The room's own beans with a clock, roles and limits that a history changes. All joins the caller's transaction.
@Singleton
class LifeRoom {
    private record Beans(
            Proposals proposals,
            DecisionSteps decisions,
            Questions questions,
            Audit audit,
            AuditChain chain,
            Office.Heard heard,
            ProposalConfig config,
            Posting posting,
            Outbox outbox,
            ProposalViews views,
            Absences absences,
            Leads leads,
            Digests digests,
            WhoDecidesRows who,
            Inbox inbox,
            RoleTables roles,
            Standings standings,
            MatrixTables matrices,
            KeepingPrecedents precedents,
            Event<ProposalDecided> decided,
            DataSource database) {}

    private static final int MOST = 100_000;

    private final Beans beans;
    private final Proposing proposing;
    private final Expiring expiring;
    private final AtTheDesk desk;
    private final DecidingProposal deciding;
    private final Asking asking;
    private final Renewing renewing;
    private final Calling calling;
    private final RefreshingCards refreshing;
    private final NoticingWhoDecides noticing;
    private final GoingAway going;
    private final NamingLead naming;
    private final ChangingWorkspace workspace;
    private final InstantSource clock;
    private int refreshed;
    private final Matrices matrices;
    private final MatrixTables.Admin admin;

    @Inject
    LifeRoom(
            Proposals proposals,
            DecisionSteps decisions,
            Questions questions,
            Audit audit,
            AuditChain chain,
            Office.Heard heard,
            ProposalConfig config,
            Posting posting,
            Outbox outbox,
            ProposalViews views,
            Absences absences,
            Leads leads,
            Digests digests,
            WhoDecidesRows who,
            Inbox inbox,
            RoleTables roles,
            Standings standings,
            MatrixTables matrices,
            KeepingPrecedents precedents,
            Event<ProposalDecided> decided,
            DataSource database) {
        this(
                new Beans(
                        proposals,
                        decisions,
                        questions,
                        audit,
                        chain,
                        heard,
                        config,
                        posting,
                        outbox,
                        views,
                        absences,
                        leads,
                        digests,
                        who,
                        inbox,
                        roles,
                        standings,
                        matrices,
                        precedents,
                        decided,
                        database),
                new ChangingWorkspace(),
                InstantSource.system());
    }

    private LifeRoom(Beans beans, ChangingWorkspace workspace, InstantSource clock) {
        this.beans = beans;
        this.workspace = workspace;
        var roles = beans.roles.over(workspace);
        var settings = workspace.settings();
        var proposals = beans.proposals;
        matrices = beans.matrices.over(settings, roles, clock);
        var judging = new Judging(matrices, roles, beans.decisions);
        admin = beans.matrices.admin(matrices, roles, clock);
        var decisions = beans.decisions;
        var audit = beans.audit;
        var showing = new Showing(
                beans.posting,
                beans.outbox,
                settings,
                roles,
                decisions,
                beans.questions,
                new Views(
                        beans.views,
                        proposals,
                        beans.absences,
                        beans.digests,
                        beans.leads,
                        beans.config,
                        beans.posting,
                        new Unheard<>(),
                        new Unheard<>(),
                        clock),
                beans.precedents);
        var ending = new Ending(showing, beans.decided);
        proposing = new Proposing(
                proposals,
                decisions,
                judging,
                new AnswerTimes(beans.config, settings),
                showing,
                ending,
                new TakingPart(proposals, showing, audit, clock),
                audit,
                clock);
        expiring = new Expiring(proposals, ending, audit, clock);
        desk = new AtTheDesk(proposals, decisions, roles, expiring, showing, audit, clock);
        deciding = new DecidingProposal(desk, decisions, judging, roles, ending, showing, audit, clock);
        asking = new Asking(desk, proposals, beans.questions, showing, audit, clock);
        calling = new Calling(proposals, beans.leads, beans.config, showing, audit, clock);
        refreshing = new RefreshingCards(proposals, showing);
        noticing = new NoticingWhoDecides(beans.who, proposals, roles, beans.inbox, clock);
        going = new GoingAway(beans.absences, beans.inbox, beans.chain, new Unheard<>(), clock);
        naming = new NamingLead(beans.leads, roles, beans.chain, clock);
        this.clock = clock;
        renewing = new Renewing(desk, proposals, new AnswerTimes(beans.config, settings), roles, showing, audit, clock);
    }

    LifeRoom of(ChangingWorkspace workspace, InstantSource clock) {
        return new LifeRoom(beans, workspace, clock);
    }

    DataSource database() {
        return beans.database;
    }

    ProposalId propose(NewProposal wanted, boolean isOwn) {
        return isOwn ? proposing.grantAlone(wanted) : proposing.propose(wanted);
    }

    void takePart(WorkspaceId workspace, MemberId member) {
        proposing.takePart(workspace, Office.SESSION, member);
    }

    boolean looks(Press press) {
        return desk.look(press).isPresent();
    }

    void decide(Press press, Wish wish) {
        deciding.decide(press, wish);
    }

    /// Whether the administrator's matrix was taken.
    boolean rule(WorkspaceId workspace, MemberId by, Matrix matrix) {
        return admin.saves(workspace, by, matrix).isEmpty();
    }

    void writeMatrix(WorkspaceId workspace) {
        matrices.written(workspace);
    }

    Matrix inForce(WorkspaceId workspace) {
        return admin.inForce(workspace);
    }

    boolean name(WorkspaceId workspace, Position position, MemberId by) {
        return admin.names(workspace, position, by).isEmpty();
    }

    void ask(Press press, String words) {
        asking.ask(press, words);
    }

    void answer(Press press, String words) {
        asking.answer(press, words);
    }

    void renew(Press press) {
        renewing.renew(press);
    }

    /// What is looked at every few seconds, in the same order, for this workspace alone.
    void lookAtDeadlines(WorkspaceId workspace, List<ProposalKey> keys) {
        var now = clock.instant();
        // All are held before the first is written down, as each is by itself where each has a transaction of its own.
        keys.stream()
                .flatMap(key -> beans.proposals.locked(key).stream())
                .toList()
                .forEach(expiring::ifOverdue);
        beans.absences.over(now).stream()
                .filter(id -> id.workspace().equals(workspace.value()))
                .forEach(id -> {
                    going.endIfOver(id, now);
                    refreshWhatWaitsFor(workspace, new MemberId(id.member()));
                });
        if (noticing.notice(workspace)) {
            refresh(beans.proposals.openKeys(workspace));
        }
        each(keys, beans.proposals.toFallBack(now, MOST), calling::goOn);
        each(keys, beans.proposals.toRemind(now, beans.config.remindAfter(), MOST), calling::remind);
    }

    private void each(List<ProposalKey> keys, List<ProposalKey> due, Consumer<Proposal> deed) {
        keys.stream()
                .filter(due::contains)
                .forEach(key -> beans.proposals.locked(key).ifPresent(deed));
    }

    void stand(WorkspaceId workspace, MemberId member, boolean isGuest) {
        beans.standings.saw(workspace, member, isGuest ? Standing.GUEST : Standing.MEMBER, clock.instant());
    }

    void goAway(WorkspaceId workspace, MemberId member, Instant until, String gesture) {
        going.goAway(workspace, member, until, gesture);
        refreshWhatWaitsFor(workspace, member);
    }

    void comeBack(WorkspaceId workspace, MemberId member, String gesture) {
        var isAway = beans.absences.of(workspace, member).isPresent();
        going.comeBack(workspace, member, gesture);
        if (isAway) {
            refreshWhatWaitsFor(workspace, member);
        }
    }

    void lead(Deed.Lead deed, Gesture gesture) {
        var share = Optional.of(deed.share()).filter(_ -> deed.role().equals(Lead.STAND_IN));
        naming.name(new LeadsForm.Parsed.Good(deed.role(), deed.place().map(MemberId::value), share), gesture);
    }

    private void refreshWhatWaitsFor(WorkspaceId workspace, MemberId member) {
        refresh(beans.proposals.waitingFor(workspace, member, MOST).stream()
                .map(Proposal::key)
                .toList());
    }

    private void refresh(List<ProposalKey> keys) {
        refreshed++;
        keys.forEach(key -> refreshing.refresh(key, "refreshed/" + refreshed));
    }

    /// Nothing is sent from there.
    void keepQuiet(WorkspaceId workspace) {
        beans.outbox.suspend(workspace, "a test");
    }

    Finding verify(WorkspaceId workspace) {
        return beans.chain.verify(workspace);
    }

    int ends(WorkspaceId workspace) {
        return beans.heard.in(workspace).size();
    }

    void forgetEnds(WorkspaceId workspace) {
        beans.heard.forget(workspace);
    }

    /// As after a restart: other beans, and what was done stands in the tables alone.
    LifeRoom restarted() {
        beans.proposals.flush();
        beans.proposals.getEntityManager().clear();
        return anew();
    }

    /// The same with other beans, for who commits what is done.
    LifeRoom anew() {
        var again = new LifeRoom(beans, workspace, clock);
        again.refreshed = refreshed;
        return again;
    }
}
