package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Sees to it that a proposal is not forgotten: reminds its deciders once before its deadline, and goes on to the
/// stand-in once where nobody decides.
@ApplicationScoped
class Calling {
    private static final int AT_ONCE = 100;
    private final Proposals proposals;
    private final Leads leads;
    private final ProposalConfig config;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    Calling(
            Proposals proposals,
            Leads leads,
            ProposalConfig config,
            Showing showing,
            Audit audit,
            InstantSource clock) {
        this.proposals = proposals;
        this.leads = leads;
        this.config = config;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /// Calls whom it is time to call, for each proposal in a transaction of its own. To be called every few seconds,
    /// outside any transaction; any number of processes may call it at once.
    void callDue() {
        var now = clock.instant();
        each(QuarkusTransaction.requiringNew().call(() -> proposals.toFallBack(now, AT_ONCE)), this::goOn);
        each(
                QuarkusTransaction.requiringNew().call(() -> proposals.toRemind(now, config.remindAfter(), AT_ONCE)),
                this::remind);
    }

    private void each(List<ProposalKey> keys, Consumer<Proposal> deed) {
        keys.forEach(key -> QuarkusTransaction.requiringNew()
                .run(() -> proposals.locked(key).filter(this::isWaiting).ifPresent(deed)));
    }

    private boolean isWaiting(Proposal proposal) {
        return proposal.isOpen() && !proposal.isOverdue(clock.instant());
    }

    /// Joins the caller's transaction, as [#goOn] does.
    void remind(Proposal proposal) {
        if (!proposal.deadline().isReminded()) {
            proposal.deadline().remind();
            showing.call(
                    proposal,
                    "reminder/" + proposal.expiresAt().toEpochMilli(),
                    "this still waits: an answer is needed by " + Mrkdwn.at(proposal.expiresAt()) + ".");
            write(proposal, "reminded", Map.of());
        }
    }

    void goOn(Proposal proposal) {
        var to = leads.of(proposal.key().in(), Lead.STAND_IN).map(Lead::place);
        if (proposal.deadline().isFallenBack() || to.isEmpty()) {
            return;
        }
        var reachable = to.filter(place -> mayDecide(proposal, place));
        proposal.deadline().fallBack(reachable);
        var key = "stand-in/" + proposal.expiresAt().toEpochMilli();
        reachable.ifPresentOrElse(
                place -> showing.goOn(proposal, key, place),
                () -> showing.call(
                        proposal,
                        key,
                        "nobody has decided yet, and " + Mrkdwn.place(to.orElseThrow())
                                + ", who stands in, cannot now. An answer is needed by "
                                + Mrkdwn.at(proposal.expiresAt()) + "."));
        write(proposal, "went on", Map.of("to", reachable.orElse("nobody")));
    }

    /// Who is in a group or channel is known to Slack alone; each press is checked anyhow.
    private boolean mayDecide(Proposal proposal, String place) {
        return Lead.member(place)
                .map(member -> showing.shown(proposal).deciders().contains(member))
                .orElse(true);
    }

    private void write(Proposal proposal, String deed, Map<String, String> more) {
        proposals.flush();
        var details = new HashMap<>(more);
        details.put("version", Integer.toString(proposal.version()));
        details.put("deadline", proposal.expiresAt().toString());
        audit.write(new Audit.Fact(proposal.key(), deed, new MemberId("system"), now(), details));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
