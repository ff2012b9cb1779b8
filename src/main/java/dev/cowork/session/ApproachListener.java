package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// `Choose this`, under an approach: goes into the talk as the agent's words.
@ApplicationScoped
@Transactional
class ApproachListener implements Listener<Inbound.Pressed> {
    private final Approaches approaches;
    private final Desk desk;
    private final SayingForAgent saying;

    ApproachListener(Approaches approaches, Desk desk, SayingForAgent saying) {
        this.approaches = approaches;
        this.desk = desk;
        this.saying = saying;
    }

    @Override
    public Address address() {
        return Address.action(ApproachesCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return approach(pressed)
                .flatMap(approach -> desk.refusal(pressed.gesture(), approach.session()))
                .<Reply>map(Reply.Whisper::new)
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        approach(pressed)
                .ifPresent(approach -> desk.enter(pressed.gesture(), approach.session())
                        .filter(_ -> approach.choose(pressed.gesture().member()))
                        .ifPresent(session -> saying.say(
                                session,
                                pressed.gesture(),
                                "Let's take approach " + approach.number() + ": " + approach.title()
                                        + (approach.label().isBlank() ? "" : "\n[" + approach.label() + "]"))));
    }

    private Optional<Approach> approach(Inbound.Pressed pressed) {
        return approaches.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()));
    }
}
