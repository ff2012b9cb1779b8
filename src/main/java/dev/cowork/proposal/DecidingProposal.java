package dev.cowork.proposal;

import dev.cowork.proposal.AuthorityMatrix.Needed;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Decides what a person proposed. The right to decide is asked for under the proposal's lock, in the transaction that
/// records the decision: two presses at once are one decision and one true answer.
@ApplicationScoped
class DecidingProposal {
    private final AtTheDesk desk;
    private final DecisionSteps decisions;
    private final Judging judging;
    private final Roles roles;
    private final Ending ending;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    DecidingProposal(
            AtTheDesk desk,
            DecisionSteps decisions,
            Judging judging,
            Roles roles,
            Ending ending,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.judging = judging;
        this.roles = roles;
        this.ending = ending;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /// Decides, or tells the person why not.
    @Transactional
    void decide(Press press, Wish wish) {
        desk.take(press, wish.verdict().name()).ifPresent(proposal -> decide(proposal, press, wish));
    }

    private void decide(Proposal proposal, Press press, Wish wish) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        roles.takeOver(proposal.key().in(), press.member(), now);
        var decider = roles.positionOf(proposal.key().in(), press.member());
        switch (needed(proposal, decider, wish)) {
            case Needed.Nobody(var why) ->
                desk.refuse(press, wish.verdict().name(), new Refusal(Refusal.Why.ABOVE_AUTHORITY, why));
            case Needed.Somebody(var approval) -> decide(proposal, press, wish, decider, approval, now);
        }
    }

    private void decide(Proposal proposal, Press press, Wish wish, Position decider, Approval approval, Instant now) {
        var steps = decisions.of(proposal);
        var granted = wish.granted(proposal.ask());
        var refusal = wish instanceof Wish.Decline
                ? Optional.<Refusal>empty()
                : new RightToDecide(proposal, steps).refusesMoreThanFirst(granted, approval.requires());
        if (refusal.isPresent()) {
            desk.refuse(press, wish.verdict().name(), refusal.orElseThrow());
            return;
        }
        var draft = new DecisionStep.Draft(
                decider,
                decider.role(),
                wish.verdict(),
                wish.words(),
                granted,
                approval,
                press.gesture().key());
        record(proposal, DecisionStep.of(proposal, steps.size() + 1, draft, now), granted, approval);
    }

    private void record(Proposal proposal, DecisionStep step, Ask granted, Approval approval) {
        var before = proposal.version();
        decisions.persistAndFlush(step);
        if (!step.isGrant()) {
            proposal.decline(step.at());
            ending.by(proposal, step);
        } else if (step.id().step() >= approval.requires()) {
            proposal.approve(step.at());
            ending.by(proposal, step);
        } else {
            waitForSecond(proposal, granted, approval);
        }
        audit.write(fact(proposal, step, before), step);
        CrashPoint.DECISION_WRITTEN.pass();
    }

    private void waitForSecond(Proposal proposal, Ask granted, Approval approval) {
        if (!granted.equals(proposal.ask()) || approval.requires() != proposal.requires()) {
            proposal.change(granted, approval);
        }
        showing.again(proposal, "step/1");
        showing.call(proposal, "second", "one approval is there, a second one by another person is needed.");
    }

    /// The rule as of now; what was shown as needing two still needs two.
    private Needed needed(Proposal proposal, Position decider, Wish wish) {
        if (wish instanceof Wish.Decline) {
            return new Needed.Somebody(
                    new Approval(proposal.requires(), Optional.empty(), proposal.rule(), judging.version(proposal)));
        }
        var granted = wish.granted(proposal.ask());
        var now = judging.by(decider, proposal, granted);
        return now instanceof Needed.Somebody(var approval) && granted.equals(proposal.ask())
                ? new Needed.Somebody(approval.atLeast(
                        proposal.requires(), approval.by().equals(proposal.by()) ? proposal.rule() : approval.rule()))
                : now;
    }

    private static Audit.Fact fact(Proposal proposal, DecisionStep step, int shown) {
        return new Audit.Fact(
                proposal.key(),
                step.verdict().name(),
                step.by(),
                step.at(),
                Map.ofEntries(
                        Map.entry("step", Integer.toString(step.id().step())),
                        Map.entry("version", Integer.toString(shown)),
                        Map.entry("onBehalfOf", proposal.createdBy().value()),
                        Map.entry("granted", step.isGrant() ? summary(step.granted(proposal.ask())) : "nothing"),
                        Map.entry("rule", step.rule()),
                        Map.entry("before", "OPEN"),
                        Map.entry("after", proposal.state().name()),
                        Map.entry("wordsSha256", Sha256.of(step.words())),
                        Map.entry("gesture", step.gesture()),
                        Map.entry("matrix", step.ruledBy().shown())));
    }

    private static String summary(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it -> it.kind() + " " + it.amount();
            case Ask.Escalation it -> "escalation to " + it.to();
        };
    }
}
