package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// `Reply` under a decider's question.
@ApplicationScoped
class AnswerListener implements Listener<Inbound.Pressed> {
    private final Asking asking;

    AnswerListener(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.ANSWER);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return Press.of(pressed)
                .flatMap(press -> asking.look(press).map(question -> DecidingModal.answer(press, question)))
                .<Reply>map(Reply.Open::new)
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        Press.of(pressed).ifPresent(asking::turnAway);
    }
}
