package dev.cowork.slack;

import jakarta.enterprise.context.ApplicationScoped;

/// A button of the tests that takes far too long to answer.
@ApplicationScoped
class ProbeSlowPress implements Listener<Inbound.Pressed> {
    static final String ID = "probe_slow_press";

    @Override
    public Address address() {
        return Address.action(ID);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed inbound) {
        try {
            Thread.sleep(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.later();
    }
}
