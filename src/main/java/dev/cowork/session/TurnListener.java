package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// `Try again` and `Let the playbook answer`, under an answer that failed.
@ApplicationScoped
@Transactional
class TurnListener implements Listener<Inbound.Pressed> {
    private final Turns turns;
    private final Desk desk;
    private final TryingAgain tryingAgain;
    private final RecordingWords recording;

    TurnListener(Turns turns, Desk desk, TryingAgain tryingAgain, RecordingWords recording) {
        this.turns = turns;
        this.desk = desk;
        this.tryingAgain = tryingAgain;
        this.recording = recording;
    }

    @Override
    public Address address() {
        return Address.action(FailureCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return turns.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()))
                .flatMap(turn -> desk.refusal(pressed.gesture(), turn.session()))
                .<Reply>map(Reply.Whisper::new)
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        turns.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()))
                .ifPresent(turn -> desk.enter(pressed.gesture(), turn.session())
                        .filter(session -> tryingAgain.again(session, turn, FailureCard.author(pressed.actionId())))
                        .ifPresent(session -> recording.wake(session, turn.message())));
    }
}
