package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// `Take back`, under a correction of the facts.
@ApplicationScoped
@Transactional
class CorrectionListener implements Listener<Inbound.Pressed> {
    private final Corrections corrections;
    private final Desk desk;
    private final CorrectingFacts correcting;

    CorrectionListener(Corrections corrections, Desk desk, CorrectingFacts correcting) {
        this.corrections = corrections;
        this.desk = desk;
        this.correcting = correcting;
    }

    @Override
    public Address address() {
        return Address.action(CorrectionCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return session(pressed)
                .map(session -> desk.refusal(pressed.gesture(), session)
                        .<Reply>map(Reply.Whisper::new)
                        .orElse(Reply.later()))
                .orElse(new Reply.Whisper("I do not know this correction."));
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        session(pressed)
                .flatMap(session -> desk.enter(pressed.gesture(), session))
                .ifPresent(
                        session -> correcting.takeBack(session, UUID.fromString(pressed.value()), pressed.gesture()));
    }

    private Optional<UUID> session(Inbound.Pressed pressed) {
        return corrections.of(pressed.gesture().workspace(), UUID.fromString(pressed.value())).stream()
                .map(Correction::session)
                .findFirst();
    }
}
