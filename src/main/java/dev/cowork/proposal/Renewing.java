package dev.cowork.proposal;

import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Asks again for what nobody decided in time.
@ApplicationScoped
class Renewing {
    private final AtTheDesk desk;
    private final Proposals proposals;
    private final AnswerTimes times;
    private final Roles roles;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    Renewing(
            AtTheDesk desk,
            Proposals proposals,
            AnswerTimes times,
            Roles roles,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.desk = desk;
        this.proposals = proposals;
        this.times = times;
        this.roles = roles;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void renew(Press press) {
        var proposal = proposals.locked(press.key());
        proposal.map(it -> refuses(press, it))
                .orElse(Optional.of(new Refusal(Refusal.Why.UNKNOWN, "This proposal is not known in this workspace.")))
                .ifPresentOrElse(why -> desk.refuse(press, "RENEW", why), () -> renew(proposal.orElseThrow(), press));
    }

    private void renew(Proposal proposal, Press press) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        proposal.renew(now, times.until(proposal.key().in(), proposal.ask(), now));
        proposals.flush();
        showing.anewFor(proposal, "renewed/" + proposal.version());
        showing.unanswered(proposal, "renewed/" + proposal.version());
        showing.call(
                proposal,
                "renewed/" + proposal.version(),
                "renewed by " + press.member().mention() + ": an answer is needed by " + Mrkdwn.at(proposal.expiresAt())
                        + ".");
        showing.tellOfDeadline(proposal, press.member(), now);
        audit.write(new Audit.Fact(
                proposal.key(),
                "renewed",
                press.member(),
                now,
                Map.of(
                        "before",
                        "EXPIRED",
                        "after",
                        "OPEN",
                        "version",
                        Integer.toString(proposal.version()),
                        "gesture",
                        press.gesture().key())));
    }

    private Optional<Refusal> refuses(Press press, Proposal proposal) {
        var role = roles.of(press.gesture().workspace(), press.member());
        if (!press.gesture().isOfThisWorkspace() || !(role.decides() || proposal.tookPart(press.member()))) {
            return Optional.of(new Refusal(
                    Refusal.Why.NO_DECIDER,
                    "Only those who work on this ticket and supervisors renew it. Nothing has changed."));
        }
        if (proposal.state() != Proposal.State.EXPIRED) {
            return Optional.of(new Refusal(
                    Refusal.Why.STALE, "This is not expired: it is " + Words.inside(proposal.state()) + " now."));
        }
        return press.card().version() == proposal.version()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Why.STALE,
                        "This card is out of date: it was renewed and expired again since. Please press `Renew` on the"
                                + " card as it is now."));
    }
}
