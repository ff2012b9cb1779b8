package dev.cowork.slack;

import jakarta.enterprise.context.ApplicationScoped;

/// A button of the tests: kept, as most buttons are.
@ApplicationScoped
class ProbePress implements Listener<Inbound.Pressed> {
    static final String ID = "probe_press";

    @Override
    public Address address() {
        return Address.action(ID);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }
}
