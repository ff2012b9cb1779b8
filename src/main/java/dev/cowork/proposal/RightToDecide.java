package dev.cowork.proposal;

import dev.cowork.workspace.Role;
import dev.cowork.workspace.Standing;
import java.util.List;
import java.util.Optional;

/// Who may decide this proposal now. Asked at the press, under the proposal's lock.
final class RightToDecide {
    private final Proposal proposal;
    private final List<DecisionStep> steps;

    RightToDecide(Proposal proposal, List<DecisionStep> steps) {
        this.proposal = proposal;
        this.steps = steps;
    }

    /// Why the person may not; empty where they may.
    ///
    /// @param role of the person who pressed, as of now
    /// @param standing what they are in Slack
    Optional<Refusal> refuses(Press press, Role role, Standing standing) {
        if (!press.gesture().isOfThisWorkspace()) {
            return refusal(
                    Refusal.Why.OTHER_WORKSPACE,
                    "Only members of this workspace decide here, and your account belongs to another one.");
        }
        if (!standing.mayWork()) {
            return refusal(Refusal.Why.NO_MEMBER, standing.refusal());
        }
        return switch (proposal.state()) {
            case APPROVED, DECLINED -> refusal(Refusal.Why.SETTLED, "Already " + truth() + ".");
            case EXPIRED ->
                refusal(
                        Refusal.Why.EXPIRED,
                        "Nobody decided in time: it expired " + Mrkdwn.at(proposal.expiresAt())
                                + ". Press `Renew` on the card to ask again.");
            case OPEN -> whileOpen(press, role);
        };
    }

    private Optional<Refusal> whileOpen(Press press, Role role) {
        if (press.member().equals(proposal.createdBy())) {
            return refusal(
                    Refusal.Why.OWN, "You asked for this, so somebody else has to decide it. Nothing has changed.");
        }
        if (proposal.tookPart(press.member())) {
            return refusal(
                    Refusal.Why.TOOK_PART,
                    "You took part in this ticket, so somebody who did not has to decide it. Nothing has changed.");
        }
        if (!role.decides() && !isLedTo(press)) {
            return refusal(
                    Refusal.Why.NO_DECIDER,
                    "Only a supervisor may decide this, and you are not one here. Nothing has changed.");
        }
        if (steps.stream().anyMatch(step -> step.by().equals(press.member()))) {
            return refusal(
                    Refusal.Why.SECOND_IS_ANOTHER,
                    "You have approved it already. The second approval must come from another person.");
        }
        return press.card().version() == proposal.version()
                ? Optional.empty()
                : refusal(
                        Refusal.Why.STALE,
                        "This card is out of date: what is asked for now is *" + Mrkdwn.ask(proposal.ask())
                                + "*. Please look at the card again before you decide.");
    }

    /// To take an escalation on grants nothing: the person it leads to may, and whoever presses in its channel.
    private boolean isLedTo(Press press) {
        return proposal.leadsTo()
                .filter(to -> to.equals(press.member().value())
                        || (Lead.isChannel(to) && to.equals(press.where().channel())))
                .isPresent();
    }

    /// Two approve the same thing: the second may grant what the first approved, or less of it.
    Optional<Refusal> refusesMoreThanFirst(Ask granted, int requires) {
        if (requires < 2 || steps.isEmpty()) {
            return Optional.empty();
        }
        var first = steps.getLast().granted(proposal.ask());
        return isWithin(granted, first)
                ? Optional.empty()
                : refusal(
                        Refusal.Why.MORE_THAN_FIRST,
                        steps.getLast().by().mention() + " approved *" + Mrkdwn.ask(first)
                                + "*. As the second you can grant that or less of it, not something else.");
    }

    private static boolean isWithin(Ask granted, Ask first) {
        return granted instanceof Ask.Compensation now
                && first instanceof Ask.Compensation before
                && now.kind() == before.kind()
                && now.amount().isWithin(before.amount());
    }

    private String truth() {
        return steps.isEmpty() ? "settled" : Mrkdwn.deed(proposal.ask(), steps.getLast());
    }

    private static Optional<Refusal> refusal(Refusal.Why why, String words) {
        return Optional.of(new Refusal(why, words));
    }
}
