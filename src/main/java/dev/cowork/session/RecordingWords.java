package dev.cowork.session;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Writes down what was said and gives it to the partner, in the caller's transaction. Several that wait are answered
/// together.
@ApplicationScoped
class RecordingWords {
    private final Utterances utterances;
    private final Inbox inbox;
    private final InstantSource clock;

    RecordingWords(Utterances utterances, Inbox inbox, InstantSource clock) {
        this.utterances = utterances;
        this.inbox = inbox;
        this.clock = clock;
    }

    void record(Session session, Utterance.Kind kind, MemberId member, String words) {
        var utterance = new Utterance(session, kind, member, words, clock.instant());
        utterances.persist(utterance);
        if (utterance.isToBeAnswered()) {
            wake(session, utterance.id());
        }
    }

    /// Has the partner take what waits, if anything does.
    ///
    /// @param cause makes this waking unique within the session
    void wake(Session session, Object cause) {
        if (session.state() == Session.State.OPEN && session.thread().isPresent()) {
            inbox.accept(Delivery.own(
                    session.workspace(),
                    Key.of(TakingTurn.KIND, session.id(), cause),
                    Lane.of(session.workspace(), TakingTurn.KIND, session.id()),
                    TakingTurn.KIND,
                    session.id().toString()));
        }
    }
}
