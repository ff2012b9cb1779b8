package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;

/// What follows when a proposal has come to its end: both cards show it, and whoever listens goes on from it.
@ApplicationScoped
class Ending {
    private final Showing showing;
    private final Event<ProposalDecided> decided;

    Ending(Showing showing, Event<ProposalDecided> decided) {
        this.showing = showing;
        this.decided = decided;
    }

    void by(Proposal proposal, DecisionStep last) {
        showing.again(proposal, "step/" + last.id().step());
        showing.unanswered(proposal, "step/" + last.id().step());
        tell(proposal, last);
    }

    void inOwnAuthority(Proposal proposal, DecisionStep own) {
        showing.inThreadOnly(proposal);
        tell(proposal, own);
    }

    void byTime(Proposal proposal, Instant at) {
        showing.again(proposal, "expired/" + proposal.version());
        showing.unanswered(proposal, "expired/" + proposal.version());
        fire(proposal, proposal.ask(), ProposalDecided.Verdict.EXPIRED, proposal.createdBy(), "", at);
    }

    private void tell(Proposal proposal, DecisionStep last) {
        fire(proposal, last.granted(proposal.ask()), last.verdict(), last.by(), last.words(), last.at());
    }

    private void fire(
            Proposal proposal, Ask granted, ProposalDecided.Verdict verdict, MemberId by, String words, Instant at) {
        decided.fire(new ProposalDecided(
                proposal.key().in(),
                proposal.key().proposal(),
                proposal.session(),
                proposal.thread(),
                granted,
                verdict,
                by,
                words,
                at));
    }
}
