package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/// Closes a session, in the caller's transaction. What looks back on it hears [SessionClosed].
@ApplicationScoped
class ClosingSession {
    private final ShowingCase showing;
    private final TakingOffButtons buttons;
    private final Turns turns;
    private final Utterances utterances;
    private final Event<SessionClosed> closed;
    private final InstantSource clock;

    ClosingSession(
            ShowingCase showing,
            TakingOffButtons buttons,
            Turns turns,
            Utterances utterances,
            Event<SessionClosed> closed,
            InstantSource clock) {
        this.turns = turns;
        this.utterances = utterances;
        this.showing = showing;
        this.buttons = buttons;
        this.closed = closed;
        this.clock = clock;
    }

    /// How it ended, as its closer says.
    record Ending(Outcome outcome, String note, Optional<Integer> confidence, Optional<Boolean> firstContact) {
        @Override
        public String toString() {
            return "Ending[" + outcome + "]";
        }
    }

    void close(Session session, Ending ending, MemberId by) {
        var at = clock.instant();
        var moments = new ArrayList<>(utterances.momentsIn(session));
        moments.addAll(turns.momentsIn(session));
        var worked = WorkedTime.minutes(session.openedAt(), moments, at);
        session.close(by, ending, worked, at);
        showing.revise(session);
        buttons.take(session);
        closed.fire(new SessionClosed(
                session.workspace(),
                session.id(),
                session.thread().orElseThrow(),
                by,
                session.owner(),
                session.opening(),
                ending.outcome().word(),
                ending.note(),
                session.isQuick(),
                session.ticket().confidence(),
                ending.confidence(),
                ending.firstContact(),
                worked,
                session.openedAt(),
                at));
    }
}
