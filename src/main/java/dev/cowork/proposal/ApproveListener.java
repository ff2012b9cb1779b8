package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import jakarta.enterprise.context.ApplicationScoped;

/// `Approve` on a card.
@ApplicationScoped
class ApproveListener implements Listener<Inbound.Pressed> {
    private final DecidingProposal deciding;

    ApproveListener(DecidingProposal deciding) {
        this.deciding = deciding;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.APPROVE);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        Press.of(pressed).ifPresent(press -> deciding.decide(press, new Wish.Approve()));
    }

    /// A refused attempt to decide is recorded.
    @Override
    public boolean refusesByItself() {
        return true;
    }
}
