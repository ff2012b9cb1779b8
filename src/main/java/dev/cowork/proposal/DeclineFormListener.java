package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The modal of `Decline`, sent off: a reason is required.
@ApplicationScoped
class DeclineFormListener implements Listener<Inbound.Submitted> {
    private final DecidingProposal deciding;

    DeclineFormListener(DecidingProposal deciding) {
        this.deciding = deciding;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.DECLINE);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return sent.form().value(ProposalForm.REASON).isEmpty()
                ? new Reply.Errors(Map.of(ProposalForm.REASON, "Say why: the agent has to explain it to the customer."))
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var reason = sent.form().value(ProposalForm.REASON);
        Press.of(sent).ifPresent(press -> deciding.decide(press, new Wish.Decline(reason)));
    }

    /// A refused attempt to decide is recorded.
    @Override
    public boolean refusesByItself() {
        return true;
    }
}
