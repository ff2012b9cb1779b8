package dev.cowork.panel;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// `Ask for it to be lifted`.
@ApplicationScoped
@Transactional
class AskLiftListener implements Listener<Inbound.Pressed> {
    private final LiftingBlock lifting;

    AskLiftListener(LiftingBlock lifting) {
        this.lifting = lifting;
    }

    @Override
    public Address address() {
        return Address.action(PanelCard.ASK);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return lifting.askRefusal(pressed.gesture(), UUID.fromString(pressed.value()))
                .<Reply>map(Reply.Whisper::new)
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        lifting.ask(pressed.gesture(), UUID.fromString(pressed.value()));
    }
}
