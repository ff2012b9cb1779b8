package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// The shortcut that starts a session from anywhere.
@ApplicationScoped
class StartListener implements Listener<Inbound.Chosen> {
    private final OpeningDoor door;

    StartListener(OpeningDoor door) {
        this.door = door;
    }

    @Override
    public Address address() {
        return Address.shortcut("cowork_start");
    }

    @Override
    public Class<Inbound.Chosen> hears() {
        return Inbound.Chosen.class;
    }

    @Override
    public Reply atOnce(Inbound.Chosen chosen) {
        return door.anywhere(chosen.gesture().workspace());
    }
}
