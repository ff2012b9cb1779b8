package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `Ask` on a card: opens its modal for who may decide, and tells the others why not.
@ApplicationScoped
class AskListener implements Listener<Inbound.Pressed> {
    private final AtTheDesk desk;

    AskListener(AtTheDesk desk) {
        this.desk = desk;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.ASK);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return Press.of(pressed)
                .flatMap(press -> desk.look(press).map(ask -> DecidingModal.ask(press, ask)))
                .<Reply>map(Reply.Open::new)
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        Press.of(pressed).ifPresent(press -> desk.turnAway(press, "ASK"));
    }

    /// A refused attempt to decide is recorded.
    @Override
    public boolean refusesByItself() {
        return true;
    }
}
