package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.slack.ThreadRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// The shortcut on a customer's message: the form opens with the message in it, and the session goes into the message's
/// thread. Where that is a session's thread already, a new one goes to the channel.
@ApplicationScoped
@Transactional
class FromMessageListener implements Listener<Inbound.Chosen> {
    private final OpeningModal modal;
    private final Sessions sessions;

    FromMessageListener(OpeningModal modal, Sessions sessions) {
        this.modal = modal;
        this.sessions = sessions;
    }

    @Override
    public Address address() {
        return Address.shortcut("cowork_from_message");
    }

    @Override
    public Class<Inbound.Chosen> hears() {
        return Inbound.Chosen.class;
    }

    @Override
    public Reply atOnce(Inbound.Chosen chosen) {
        return new Reply.Open(chosen.message()
                .map(message -> modal.quoting(place(chosen, message.spot().thread()), message.text()))
                .orElseGet(modal::anywhere));
    }

    private NewSession.Place place(Inbound.Chosen chosen, ThreadRef thread) {
        return sessions.in(chosen.gesture().workspace(), thread).isPresent()
                ? NewSession.Place.channel(thread.channel())
                : NewSession.Place.in(thread);
    }
}
