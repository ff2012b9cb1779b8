package dev.cowork.home;

import dev.cowork.session.OpeningDoor;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `Start a session` in App Home, and `Start a test session` there.
@ApplicationScoped
class StartPress implements Listener<Inbound.Pressed> {
    static final String MADE_UP = "made-up";

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
        var workspace = pressed.gesture().workspace();
        if (!pressed.gesture().isOfThisWorkspace()) {
            return new Reply.Whisper("Sessions are started by people of this workspace.");
        }
        return pressed.value().equals(MADE_UP) ? door.madeUp(workspace) : door.anywhere(workspace);
    }
}
