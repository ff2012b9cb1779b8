package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The modal of `Ask`, sent off.
@ApplicationScoped
class AskFormListener implements Listener<Inbound.Submitted> {
    private final Asking asking;

    AskFormListener(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.ASK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return sent.form().value(DecidingModal.QUESTION).isEmpty()
                ? new Reply.Errors(Map.of(DecidingModal.QUESTION, "Write what you want to know."))
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var question = sent.form().value(DecidingModal.QUESTION);
        Press.of(sent).ifPresent(press -> asking.ask(press, question));
    }

    /// A refused attempt to decide is recorded.
    @Override
    public boolean refusesByItself() {
        return true;
    }
}
