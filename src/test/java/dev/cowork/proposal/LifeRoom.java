package dev.cowork.proposal;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.Finding;
import dev.cowork.delivery.Outbox;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.MatrixTables;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.ChangingWorkspace;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.RoleTables;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
            Views views,
            RoleTables roles,
            MatrixTables matrices,
            KeepingPrecedents precedents,
            Event<ProposalDecided> decided,
            DataSource database) {}

    private final Beans beans;
    private final Proposing proposing;
    private final Expiring expiring;
    private final AtTheDesk desk;
    private final DecidingProposal deciding;
    private final Asking asking;
    private final Renewing renewing;
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
            Views views,
            RoleTables roles,
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
                        roles,
                        matrices,
                        precedents,
                        decided,
                        database),
                new ChangingWorkspace(),
                InstantSource.system());
    }

    private LifeRoom(Beans beans, ChangingWorkspace workspace, InstantSource clock) {
        this.beans = beans;
        var roles = beans.roles.over(workspace);
        var settings = workspace.settings();
        var proposals = beans.proposals;
        var matrices = beans.matrices.over(settings, roles, clock);
        var judging = new Judging(matrices, roles, beans.proposals, beans.decisions);
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
                beans.views,
                beans.precedents);
        var ending = new Ending(showing, beans.decided);
        proposing = new Proposing(
                proposals,
                decisions,
                judging,
                beans.config,
                showing,
                ending,
                new TakingPart(proposals, showing, audit, clock),
                audit,
                clock);
        expiring = new Expiring(proposals, ending, audit, clock);
        desk = new AtTheDesk(proposals, decisions, roles, expiring, showing, audit, clock);
        deciding = new DecidingProposal(desk, decisions, judging, roles, ending, showing, audit, clock);
        asking = new Asking(desk, proposals, beans.questions, showing, audit, clock);
        renewing = new Renewing(desk, proposals, beans.config, roles, showing, audit, clock);
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

    void lookAtDeadline(ProposalKey key) {
        beans.proposals.locked(key).ifPresent(expiring::ifOverdue);
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

    /// The proposal in the words of [LifeModel.Case].
    String read(ProposalKey key) {
        var proposal = beans.proposals.findById(key);
        var steps = beans.decisions.of(proposal).stream()
                .map(step -> step.by() + " " + step.verdict() + " "
                        + (step.isGrant() ? LifeModel.terms(step.granted(proposal.ask())) : "nothing"))
                .toList();
        return "%s v%d needs %d until %s: %s %s"
                .formatted(
                        proposal.state(),
                        proposal.version(),
                        proposal.requires(),
                        proposal.expiresAt(),
                        LifeModel.terms(proposal.ask()),
                        steps);
    }

    /// As after a restart: what was done stands in the tables alone.
    void forget() {
        beans.proposals.flush();
        beans.proposals.getEntityManager().clear();
    }

    /// Lets the database check now what it would check when the transaction ends.
    void checkWhatIsCheckedAtTheEnd() {
        var entities = beans.proposals.getEntityManager();
        entities.createNativeQuery("set constraints all immediate").executeUpdate();
        entities.createNativeQuery("set constraints all deferred").executeUpdate();
    }
}
