package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import jakarta.enterprise.context.ApplicationScoped;

/// `Renew` on an expired card.
@ApplicationScoped
class RenewListener implements Listener<Inbound.Pressed> {
    private final Renewing renewing;

    RenewListener(Renewing renewing) {
        this.renewing = renewing;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.RENEW);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        Press.of(pressed).ifPresent(renewing::renew);
    }
}
