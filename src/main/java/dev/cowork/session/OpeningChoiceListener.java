package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// Another template chosen in the open form: the form shows that template's fields.
@ApplicationScoped
class OpeningChoiceListener implements Listener<Inbound.Pressed> {
    private final OpeningModal modal;

    OpeningChoiceListener(OpeningModal modal) {
        this.modal = modal;
    }

    @Override
    public Address address() {
        return Address.action(OpeningModal.OPENING);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return pressed.view()
                .<Reply>map(form ->
                        new Reply.Change(modal.changed(pressed.value(), Hidden.read(form.hidden()), form.values())))
                .orElse(Reply.done());
    }
}
