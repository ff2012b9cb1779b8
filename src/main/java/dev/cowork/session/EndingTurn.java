package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Answer;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps what a turn brought and shows it. What an older attempt brings is dropped.
@ApplicationScoped
class EndingTurn {
    private final Sessions sessions;
    private final Turns turns;
    private final ShowingMoves moves;
    private final LegalSteps legal;
    private final Consulting consulting;
    private final NotingBeside notes;
    private final Posting posting;
    private final InstantSource clock;

    EndingTurn(
            Sessions sessions,
            Turns turns,
            ShowingMoves moves,
            LegalSteps legal,
            Consulting consulting,
            NotingBeside notes,
            Posting posting,
            InstantSource clock) {
        this.legal = legal;
        this.consulting = consulting;
        this.notes = notes;
        this.sessions = sessions;
        this.turns = turns;
        this.moves = moves;
        this.posting = posting;
        this.clock = clock;
    }

    @Transactional
    void answered(BeginningTurn.Begun begun, Answer answer) {
        var session = sessionOf(begun);
        running(begun).ifPresent(turn -> {
            turn.answer(answer, clock.instant());
            var rests = consulting.under(begun.brief(), answer).and(notes.of(begun, answer));
            show(begun, AnswerCard.of(answer, rests));
            if (!session.isClosed()) {
                if (answer.isCut()) {
                    posting.reply(begun.workspace(), begun.thread(), CutCard.key(turn), CutCard.of(turn));
                }
                moves.show(session, turn, begun.reader(), CitedMoves.shown(answer.moves(), rests.passages()));
                legal.pointOut(session, begun.reader());
            }
        });
    }

    /// Somebody broke it off: what was written so far stays, and what the partner would have done is left undone.
    @Transactional
    void stopped(BeginningTurn.Begun begun, Answer answer, MemberId by) {
        sessionOf(begun);
        running(begun).ifPresent(turn -> {
            turn.answer(answer, clock.instant());
            show(begun, AnswerCard.stopped(answer, by));
        });
    }

    private Optional<Turn> running(BeginningTurn.Begun begun) {
        var turn = turns.of(begun.workspace(), begun.turn()).orElseThrow();
        if (!turn.isRunning(begun.attempt())) {
            Log.warnf("answer to turn %s came from attempt %d, which is over", turn.id(), begun.attempt());
            return Optional.empty();
        }
        return Optional.of(turn);
    }

    private void show(BeginningTurn.Begun begun, List<Message> messages) {
        posting.finish(begun.workspace(), begun.thread(), begun.message(), messages.getFirst());
        for (var part = 1; part < messages.size(); part++) {
            var key = Key.of(begun.message(), "part", part + 1);
            posting.reply(begun.workspace(), begun.thread(), key, messages.get(part));
        }
    }

    /// Claude has named a time, and is asked again then: whoever waits for the answer sees so.
    @Transactional
    void waits(BeginningTurn.Begun begun, Duration pause) {
        sessionOf(begun);
        running(begun)
                .ifPresent(turn -> posting.interim(
                        begun.workspace(),
                        begun.thread(),
                        begun.message(),
                        "waits-" + begun.tries(),
                        FailureCard.waiting(pause)));
    }

    @Transactional
    void failed(BeginningTurn.Begun begun, PartnerUnavailableException.Cause cause) {
        var session = sessionOf(begun);
        var turn = turns.of(begun.workspace(), begun.turn()).orElseThrow();
        if (turn.isRunning(begun.attempt())) {
            fail(session, turn, cause.name(), "");
        }
    }

    /// Something broke on our side and trying again did not help.
    @Transactional
    void gaveUp(WorkspaceId workspace, UUID id, String reference) {
        sessions.locked(workspace, id)
                .ifPresent(session -> turns.unansweredIn(session)
                        .filter(Turn::isUnderWay)
                        .ifPresent(turn -> fail(session, turn, FailureCard.OURS, reference)));
    }

    private void fail(Session session, Turn turn, String why, String reference) {
        turn.fail(why);
        var card = FailureCard.of(turn, reference);
        posting.finish(
                session.workspace(),
                session.thread().orElseThrow(),
                turn.message(),
                session.isClosed() ? ClosedCard.of(card) : card);
    }

    private Session sessionOf(BeginningTurn.Begun begun) {
        return sessions.locked(begun.workspace(), UUID.fromString(begun.brief().session()))
                .orElseThrow();
    }
}
