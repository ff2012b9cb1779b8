package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Stops the answer under way, and what goes on beside it. Whoever writes it looks for the stop, in whatever process
/// that is.
@ApplicationScoped
class StoppingTurn {
    private final Sessions sessions;
    private final Turns turns;
    private final Utterances utterances;
    private final RecordingWords recording;
    private final List<Alongside> alongside;

    StoppingTurn(
            Sessions sessions,
            Turns turns,
            Utterances utterances,
            RecordingWords recording,
            @All List<Alongside> alongside) {
        this.alongside = alongside;
        this.sessions = sessions;
        this.turns = turns;
        this.utterances = utterances;
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
        var others = alongside.stream()
                .filter(it -> it.stop(session.workspace(), session.id(), by))
                .count();
        return turn.isPresent() || others > 0;
    }

    /// Why an answer under way is not to be finished.
    sealed interface Interruption {
        record Stopped(MemberId by) implements Interruption {}

        /// The agent has said more since it was begun: one answer is to take in all of it.
        record Overtaken() implements Interruption {}
    }

    @Transactional
    Optional<Interruption> interrupting(BeginningTurn.Begun begun) {
        return turns.of(begun.workspace(), begun.turn())
                .flatMap(turn -> turn.stoppedBy()
                        .<Interruption>map(Interruption.Stopped::new)
                        .or(() -> isOvertaken(begun.workspace(), turn)
                                ? Optional.of(new Interruption.Overtaken())
                                : Optional.empty()));
    }

    private boolean isOvertaken(WorkspaceId workspace, Turn turn) {
        return sessions.of(workspace, turn.session())
                .filter(session -> session.state() == Session.State.OPEN)
                .filter(session -> utterances.waitingIn(session).stream()
                        .anyMatch(said -> said.kind() == Utterance.Kind.INSTRUCTION))
                .isPresent();
    }
}
