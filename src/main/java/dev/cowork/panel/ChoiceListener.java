package dev.cowork.panel;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// The ways to choose between, under what the specialists said.
@ApplicationScoped
@Transactional
class ChoiceListener implements Listener<Inbound.Pressed> {
    private final ChoosingWay choosing;

    ChoiceListener(ChoosingWay choosing) {
        this.choosing = choosing;
    }

    @Override
    public Address address() {
        return Address.action(PanelCard.CHOOSE);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return choosing.refusal(pressed.gesture(), UUID.fromString(pressed.value()), choice(pressed))
                .<Reply>map(Reply.Whisper::new)
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        choosing.choose(pressed.gesture(), UUID.fromString(pressed.value()), choice(pressed));
    }

    private static String choice(Inbound.Pressed pressed) {
        return pressed.actionId().replaceFirst("^.*?:", "");
    }
}
