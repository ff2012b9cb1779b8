package dev.cowork.proposal;

import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
    private final Settings settings;
    private final Roles roles;
    private final Ending ending;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    DecidingProposal(
            AtTheDesk desk,
            DecisionSteps decisions,
            Settings settings,
            Roles roles,
            Ending ending,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.settings = settings;
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
        var steps = decisions.of(proposal);
        var granted = wish.granted(proposal.ask());
        var approval = approval(proposal, granted, wish);
        var refusal = wish instanceof Wish.Decline
                ? Optional.<Refusal>empty()
                : new RightToDecide(proposal, steps).refusesMoreThanFirst(granted, approval.requires());
        if (refusal.isPresent()) {
            desk.refuse(press, wish.verdict().name(), refusal.orElseThrow());
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var draft = new DecisionStep.Draft(
                press.member(),
                roles.of(press.gesture().workspace(), press.member()),
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
        audit.write(fact(proposal, step, before));
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
    private Approval approval(Proposal proposal, Ask granted, Wish wish) {
        var now = AuthorityMatrix.of(settings, proposal.key().in()).approval(granted, Optional.empty());
        var isAsShown = granted.equals(proposal.ask());
        return !isAsShown || wish instanceof Wish.Decline
                ? now
                : new Approval(Math.max(now.requires(), proposal.requires()), now.alone(), proposal.rule());
    }

    private static Audit.Fact fact(Proposal proposal, DecisionStep step, int shown) {
        return new Audit.Fact(
                proposal.key(),
                step.verdict().name(),
                step.by(),
                step.at(),
                Map.of(
                        "step", Integer.toString(step.id().step()),
                        "version", Integer.toString(shown),
                        "onBehalfOf", proposal.createdBy().value(),
                        "granted", step.isGrant() ? summary(step.granted(proposal.ask())) : "nothing",
                        "rule", step.rule(),
                        "before", "OPEN",
                        "after", proposal.state().name(),
                        "wordsSha256", Terms.sha256(step.words()),
                        "gesture", step.gesture()));
    }

    private static String summary(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it -> it.kind() + " " + it.amount();
            case Ask.Escalation it -> "escalation to " + it.to();
        };
    }
}
