package dev.cowork.proposal;

import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who comes to a proposal with a wish: lets those through who may decide it, and tells the others why not. A refused
/// attempt is recorded too.
@ApplicationScoped
class AtTheDesk {
    private static final Refusal UNKNOWN =
            new Refusal(Refusal.Why.UNKNOWN, "This proposal is not known in this workspace.");
    private final Proposals proposals;
    private final DecisionSteps decisions;
    private final Roles roles;
    private final Expiring expiring;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    AtTheDesk(
            Proposals proposals,
            DecisionSteps decisions,
            Roles roles,
            Expiring expiring,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.roles = roles;
        this.expiring = expiring;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is asked for, where the person may decide it as far as can be seen now. Empty where they may not: then
    /// [#take] tells them.
    @Transactional
    Optional<Ask> look(Press press) {
        return proposals
                .findByIdOptional(press.key())
                .filter(proposal -> !proposal.isOverdue(clock.instant()))
                .filter(proposal ->
                        refuses(press, proposal, decisions.of(proposal)).isEmpty())
                .map(Proposal::ask);
    }

    /// The proposal, locked, where the person may decide it now. Otherwise they are told why not.
    Optional<Proposal> take(Press press, String wish) {
        var proposal = proposals.locked(press.key());
        var steps = proposal.map(decisions::of).orElse(List.of());
        if (isDoneBy(press, steps)) {
            return Optional.empty();
        }
        proposal.ifPresent(expiring::ifOverdue);
        var refusal = proposal.map(it -> refuses(press, it, steps)).orElse(Optional.of(UNKNOWN));
        refusal.ifPresent(why -> {
            proposal.filter(_ -> press.isAtHome()).ifPresent(it -> showing.anew(it, press.member()));
            refuse(press, wish, why);
        });
        return proposal.filter(_ -> refusal.isEmpty());
    }

    /// Tells a person for whom [#look] found no way why there is none.
    @Transactional
    void turnAway(Press press, String wish) {
        take(press, wish)
                .ifPresent(_ -> showing.whisper(press, "You may decide this by now: please press the button again."));
    }

    void refuse(Press press, String wish, Refusal refusal) {
        showing.whisper(press, refusal.words());
        audit.write(new Audit.Fact(
                press.key(),
                "refused",
                press.member(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Map.of(
                        "wish", wish,
                        "why", refusal.why().name(),
                        "version", Integer.toString(press.card().version()),
                        "home", press.gesture().home().value(),
                        "gesture", press.gesture().key())));
    }

    private Optional<Refusal> refuses(Press press, Proposal proposal, List<DecisionStep> steps) {
        var presses = roles.person(press.gesture().workspace(), press.member());
        return new RightToDecide(proposal, steps).refuses(press, presses.role(), presses.standing());
    }

    /// The same press once more, after it was worked off.
    private static boolean isDoneBy(Press press, List<DecisionStep> steps) {
        return steps.stream()
                .anyMatch(step -> step.gesture().equals(press.gesture().key()));
    }
}
