package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The modal of `Reply` to a decider's question, sent off.
@ApplicationScoped
class AnswerFormListener implements Listener<Inbound.Submitted> {
    private final Asking asking;

    AnswerFormListener(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.ANSWER);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return sent.form().value(DecidingModal.ANSWER).isEmpty()
                ? new Reply.Errors(Map.of(DecidingModal.ANSWER, "Write an answer."))
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var answer = sent.form().value(DecidingModal.ANSWER);
        Press.of(sent).ifPresent(press -> asking.answer(press, answer));
    }
}
