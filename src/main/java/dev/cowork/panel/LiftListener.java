package dev.cowork.panel;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// `Lift the block`: opens the form for who may; who may not is told, and the attempt is entered.
@ApplicationScoped
@Transactional
class LiftListener implements Listener<Inbound.Pressed> {
    private final LiftingBlock lifting;

    LiftListener(LiftingBlock lifting) {
        this.lifting = lifting;
    }

    @Override
    public Address address() {
        return Address.action(PanelCard.LIFT);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var block = lifting.of(pressed.gesture(), UUID.fromString(pressed.value()));
        if (block.isEmpty()) {
            return new Reply.Whisper("I do not know this block.");
        }
        return lifting.refusal(pressed.gesture(), block.get()).isPresent()
                ? Reply.later()
                : new Reply.Open(LiftModal.of(block.get()));
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        lifting.refused(pressed.gesture(), UUID.fromString(pressed.value()));
    }
}
