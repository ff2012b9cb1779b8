package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// The opening form sent off.
@ApplicationScoped
@Transactional
class OpeningFormListener implements Listener<Inbound.Submitted> {
    private final OpeningForm form;
    private final OpeningSession opening;
    private final Sessions sessions;

    OpeningFormListener(OpeningForm form, OpeningSession opening, Sessions sessions) {
        this.form = form;
        this.opening = opening;
        this.sessions = sessions;
    }

    @Override
    public Address address() {
        return Address.form(OpeningModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        return switch (form.read(submitted)) {
            case OpeningForm.Parsed.Good _ -> Reply.later();
            case OpeningForm.Parsed.Bad(var byBlock) -> new Reply.Errors(byBlock);
        };
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        if (form.read(submitted) instanceof OpeningForm.Parsed.Good(NewSession wanted)) {
            opening.open(inFreePlace(wanted));
        }
    }

    /// A thread has one session: where one began there in the meantime, this one goes to the channel.
    private NewSession inFreePlace(NewSession wanted) {
        var isTaken = wanted.place()
                .thread()
                .flatMap(thread -> sessions.in(wanted.workspace(), thread))
                .isPresent();
        return isTaken ? wanted.at(NewSession.Place.channel(wanted.place().channel())) : wanted;
    }
}
