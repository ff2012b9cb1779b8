package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// `Try again`, under an answer that broke off: it comes again, shorter.
@ApplicationScoped
@Transactional
class CutListener implements Listener<Inbound.Pressed> {
    private final Turns turns;
    private final Utterances utterances;
    private final Desk desk;
    private final SayingForAgent saying;
    private final Posting posting;

    CutListener(Turns turns, Utterances utterances, Desk desk, SayingForAgent saying, Posting posting) {
        this.turns = turns;
        this.utterances = utterances;
        this.desk = desk;
        this.saying = saying;
        this.posting = posting;
    }

    @Override
    public Address address() {
        return Address.action(CutCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return turn(pressed)
                .flatMap(turn -> desk.refusal(pressed.gesture(), turn.session()))
                .<Reply>map(Reply.Whisper::new)
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        turn(pressed)
                .ifPresent(turn -> desk.enter(pressed.gesture(), turn.session()).ifPresent(session -> {
                    posting.revise(
                            session.workspace(),
                            session.thread().orElseThrow(),
                            CutCard.key(turn),
                            "over",
                            CutCard.over());
                    if (isLatest(session, turn)) {
                        saying.say(
                                session,
                                pressed.gesture(),
                                "Your answer above broke off at its end. Give it to me again, shorter.");
                    }
                }));
    }

    /// Whether the talk has not gone on since.
    private boolean isLatest(Session session, Turn turn) {
        return turns.nextNumberIn(session) == turn.number() + 1
                && utterances.waitingIn(session).stream().noneMatch(Utterance::isToBeAnswered);
    }

    private Optional<Turn> turn(Inbound.Pressed pressed) {
        return turns.of(pressed.gesture().workspace(), UUID.fromString(pressed.value()));
    }
}
