package dev.cowork.home;

import dev.cowork.session.OpeningDoor;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `Start a session` in App Home.
@ApplicationScoped
class StartPress implements Listener<Inbound.Pressed> {
    private final OpeningDoor door;

    StartPress(OpeningDoor door) {
        this.door = door;
    }

    @Override
    public Address address() {
        return Address.action(HomePage.START);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return pressed.gesture().isOfThisWorkspace()
                ? door.anywhere(pressed.gesture().workspace())
                : new Reply.Whisper("Sessions are started by people of this workspace.");
    }
}
