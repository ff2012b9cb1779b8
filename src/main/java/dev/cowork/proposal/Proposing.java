package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Sends what a person proposed to who may decide it.
@ApplicationScoped
public class Proposing {
    private final Proposals proposals;
    private final DecisionSteps decisions;
    private final Judging judging;
    private final AnswerTimes times;
    private final Showing showing;
    private final Ending ending;
    private final TakingPart parts;
    private final Audit audit;
    private final InstantSource clock;

    Proposing(
            Proposals proposals,
            DecisionSteps decisions,
            Judging judging,
            AnswerTimes times,
            Showing showing,
            Ending ending,
            TakingPart parts,
            Audit audit,
            InstantSource clock) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.judging = judging;
        this.times = times;
        this.showing = showing;
        this.ending = ending;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the matrix says to this ask by this person, without doing anything.
    @Transactional
    public Ruling rulingOn(NewProposal wanted) {
        return judging.seen(wanted).rule(wanted.ask(), wanted.ownLimit());
    }

    /// Records the proposal, shows its card in the thread and in the approvals channel, in the caller's transaction.
    /// The same gesture twice proposes once and answers the same id.
    ///
    /// @throws IllegalArgumentException where the ruling is [Ruling.NotAllowed]
    @Transactional
    public ProposalId propose(NewProposal wanted) {
        return proposals
                .madeBy(wanted.workspace(), wanted.gesture())
                .map(made -> made.key().proposal())
                .orElseGet(() -> proposeNew(wanted));
    }

    /// Records the ask as the person's own decision, where the matrix lets them; fires [ProposalDecided]. The same
    /// gesture twice grants once.
    ///
    /// @throws IllegalStateException where the ruling is not [Ruling.Own]
    @Transactional
    public ProposalId grantAlone(NewProposal wanted) {
        return proposals
                .madeBy(wanted.workspace(), wanted.gesture())
                .map(made -> made.key().proposal())
                .orElseGet(() -> grantNew(wanted));
    }

    /// Somebody came to the session as agent: they decide nothing of it from now on. Joins the caller's transaction.
    @Transactional
    public void takePart(WorkspaceId workspace, String session, MemberId member) {
        parts.takePart(workspace, session, member);
    }

    /// The session is closed. What waits goes on waiting; joins the caller's transaction.
    @Transactional
    public void leave(WorkspaceId workspace, String session) {
        parts.leave(workspace, session);
    }

    /// The same ask, promising the customer no answer sooner than one is due.
    public Ask truly(WorkspaceId workspace, Ask ask) {
        return ask instanceof Ask.Escalation it
                ? it.with(HoldingReply.of(it.holdingReply(), times.answerTo(workspace, it)))
                : ask;
    }

    /// How long an answer may take.
    public Duration timeFor(WorkspaceId workspace, Ask ask) {
        return times.answerTo(workspace, ask);
    }

    private ProposalId proposeNew(NewProposal wanted) {
        var matrix = judging.written(wanted);
        if (matrix.rule(wanted.ask(), wanted.ownLimit()) instanceof Ruling.NotAllowed(var rule)) {
            throw new IllegalArgumentException(rule);
        }
        return switch (matrix.asked(wanted.ask(), wanted.ownLimit())) {
            case AuthorityMatrix.Needed.Nobody(var why) -> throw new IllegalArgumentException(why);
            case AuthorityMatrix.Needed.Somebody(var needed) -> proposeNew(wanted, needed);
        };
    }

    private ProposalId proposeNew(NewProposal wanted, Approval needed) {
        var proposal = written(wanted, needed);
        showing.first(proposal);
        audit.write(fact(proposal, "proposed", wanted.gesture()));
        return proposal.key().proposal();
    }

    private ProposalId grantNew(NewProposal wanted) {
        var matrix = judging.locked(wanted);
        var ruling = matrix.rule(wanted.ask(), wanted.ownLimit());
        if (!(ruling instanceof Ruling.Own && wanted.ask() instanceof Ask.Compensation ask)) {
            throw new IllegalStateException(wanted + " is in nobody's own authority: " + ruling);
        }
        var own = matrix.own(ask, wanted.ownLimit());
        var proposal = written(wanted, own);
        var draft = new DecisionStep.Draft(
                matrix.asker(), Role.AGENT, ProposalDecided.Verdict.OWN_AUTHORITY, "", ask, own, wanted.gesture());
        var decision = DecisionStep.of(proposal, 1, draft, proposal.createdAt());
        decisions.persistAndFlush(decision);
        proposal.approve(proposal.createdAt());
        ending.inOwnAuthority(proposal, decision);
        audit.write(fact(proposal, ProposalDecided.Verdict.OWN_AUTHORITY.name(), wanted.gesture()), decision);
        return proposal.key().proposal();
    }

    private Proposal written(NewProposal wanted, Approval needed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var proposal = Proposal.of(wanted, needed, now, times.until(wanted.workspace(), wanted.ask(), now));
        proposals.persistAndFlush(proposal);
        return proposal;
    }

    private static Audit.Fact fact(Proposal proposal, String deed, String gesture) {
        return new Audit.Fact(
                proposal.key(),
                deed,
                proposal.createdBy(),
                proposal.createdAt(),
                Map.of(
                        "version", "1",
                        "rule", proposal.rule(),
                        "matrix", proposal.by().shown(),
                        "payloadSha256", proposal.payloadSha256(),
                        "after", proposal.state().name(),
                        "gesture", gesture));
    }
}
