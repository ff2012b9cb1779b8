package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Stops the answer under way. Whoever writes it looks for the stop, in whatever process that is.
@ApplicationScoped
class StoppingTurn {
    private final Sessions sessions;
    private final Turns turns;
    private final RecordingWords recording;

    StoppingTurn(Sessions sessions, Turns turns, RecordingWords recording) {
        this.sessions = sessions;
        this.turns = turns;
        this.recording = recording;
    }

    /// In the caller's transaction. Whoever may act in the session may stop; that is checked by the caller.
    ///
    /// @return whether there was anything to stop
    boolean stop(Session session, MemberId by) {
        var turn = sessions.locked(session.workspace(), session.id())
                .flatMap(turns::unansweredIn)
                .filter(Turn::isUnderWay);
        turn.filter(it -> it.stop(by))
                .ifPresent(_ -> recording.record(
                        session, Utterance.Kind.NOTE, by, "[" + by.mention() + " stopped your answer above.]"));
        return turn.isPresent();
    }

    /// Who stopped this turn, if somebody did.
    @Transactional
    Optional<MemberId> stopped(BeginningTurn.Begun begun) {
        return turns.of(begun.workspace(), begun.turn()).flatMap(Turn::stoppedBy);
    }
}
