package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.DeadlineMoved;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// A decision comes back: it goes into the talk, and the partner goes on from it. Who took the case on comes to its
/// thread.
@ApplicationScoped
class HearingDecision {
    private final Sessions sessions;
    private final RecordingWords recording;
    private final JoiningSession joining;
    private final HandingOver handing;
    private final ShowingStatus status;

    HearingDecision(
            Sessions sessions,
            RecordingWords recording,
            JoiningSession joining,
            HandingOver handing,
            ShowingStatus status) {
        this.sessions = sessions;
        this.recording = recording;
        this.joining = joining;
        this.handing = handing;
        this.status = status;
    }

    void on(@Observes ProposalDecided decided) {
        sessions.of(decided.workspace(), UUID.fromString(decided.session())).ifPresent(session -> {
            recording.record(session, kind(session), decided.by(), AfterDecision.words(decided));
            if (isTakenOn(decided) && !session.isClosed()) {
                comeToIt(session, ((Ask.Escalation) decided.granted()).need(), decided);
            }
        });
    }

    void on(@Observes DeadlineMoved moved) {
        sessions.of(moved.workspace(), UUID.fromString(moved.session())).ifPresent(session -> {
            recording.record(session, kind(session), moved.by(), AfterDecision.words(moved));
            status.refresh(
                    moved.workspace(), session.id(), "deadline/" + moved.until().toEpochMilli());
        });
    }

    private static Utterance.Kind kind(Session session) {
        return session.isClosed() ? Utterance.Kind.NOTE : Utterance.Kind.EVENT;
    }

    private static boolean isTakenOn(ProposalDecided decided) {
        return decided.granted() instanceof Ask.Escalation && decided.verdict().isGrant();
    }

    private void comeToIt(Session session, Ask.Need need, ProposalDecided decided) {
        switch (need) {
            case DECISION -> {
                // A yes or no was wanted, and is there.
            }
            case CALL_IN -> joining.join(session, decided.by());
            case HAND_OVER ->
                handing.handOver(
                        session,
                        decided.by(),
                        decided.words(),
                        new Gesture(
                                decided.workspace(),
                                session.owner(),
                                decided.workspace(),
                                "taken/" + decided.proposal()));
        }
    }
}
