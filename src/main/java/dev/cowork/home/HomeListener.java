package dev.cowork.home;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// Hears App Home being opened.
@ApplicationScoped
class HomeListener implements Listener<Inbound.HomeOpened> {
    private final ShowingHome showing;

    HomeListener(ShowingHome showing) {
        this.showing = showing;
    }

    @Override
    public Address address() {
        return Address.home();
    }

    @Override
    public Class<Inbound.HomeOpened> hears() {
        return Inbound.HomeOpened.class;
    }

    @Override
    public Reply atOnce(Inbound.HomeOpened opened) {
        return opened.tab().equals("home") ? Reply.later() : Reply.done();
    }

    @Override
    public void hear(Inbound.HomeOpened opened) {
        var gesture = opened.gesture();
        showing.open(gesture.workspace(), gesture.member(), gesture.key());
    }
}
