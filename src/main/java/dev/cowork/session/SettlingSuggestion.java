package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.Proposing;
import dev.cowork.proposal.Ruling;
import dev.cowork.slack.Gesture;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// A person sends a suggestion, records it as their own decision, writes it anew or drops it. In the caller's
/// transaction; the matrix is asked at the moment of the press.
@ApplicationScoped
class SettlingSuggestion {
    private final Asking asking;
    private final Proposing proposing;
    private final ShowingSuggestion showing;
    private final RecordingWords recording;
    private final ShowingStatus status;

    SettlingSuggestion(
            Asking asking,
            Proposing proposing,
            ShowingSuggestion showing,
            RecordingWords recording,
            ShowingStatus status) {
        this.asking = asking;
        this.proposing = proposing;
        this.showing = showing;
        this.recording = recording;
        this.status = status;
    }

    /// Where the rules have changed so that nobody may grant it, its card says so instead.
    void send(Session session, Suggestion suggestion, Gesture gesture) {
        suggestion.ask().ifPresent(ask -> {
            var what = what(session, suggestion, ask);
            if (!(asking.rulingOn(session, gesture.member(), what) instanceof Ruling.NotAllowed)) {
                suggestion.sent(
                        gesture.member(),
                        proposing.propose(asking.proposal(session, gesture.member(), what, gesture.key())));
                sent(session, ask, gesture);
            }
            showing.revise(session, suggestion, gesture.member());
        });
    }

    /// Where the limit is too low by now, its card says so instead.
    void recordAsOwn(Session session, Suggestion suggestion, Gesture gesture) {
        suggestion.ask().ifPresent(ask -> {
            var what = what(session, suggestion, ask);
            if (asking.rulingOn(session, gesture.member(), what) instanceof Ruling.Own) {
                suggestion.recordedAsOwn(
                        gesture.member(),
                        proposing.grantAlone(asking.proposal(session, gesture.member(), what, gesture.key())));
            }
            showing.revise(session, suggestion, gesture.member());
        });
    }

    void drop(Session session, Suggestion suggestion, MemberId by) {
        suggestion.drop(by);
        showing.revise(session, suggestion, by);
        note(session, by, "put this aside: " + Asked.shown(suggestion));
    }

    /// Written anew by a person: goes to a supervisor where one is needed, otherwise it is shown with its presses.
    void rewrite(Session session, Suggestion suggestion, Asking.What what, Gesture gesture) {
        suggestion.rewrite(what);
        if (asking.rulingOn(session, gesture.member(), what) instanceof Ruling.Own) {
            showing.revise(session, suggestion, gesture.member());
        } else {
            send(session, suggestion, gesture);
        }
    }

    /// Asked for by a person without the partner.
    void ask(Session session, Asking.What what, Gesture gesture) {
        switch (asking.rulingOn(session, gesture.member(), what)) {
            case Ruling.Own _, Ruling.NotAllowed _ ->
                showing.bring(session, Suggestion.of(session, what), gesture.member());
            case Ruling.NeedsSupervisor _, Ruling.NeedsTwoApprovers _ -> {
                proposing.propose(asking.proposal(session, gesture.member(), what, gesture.key()));
                sent(session, what.ask(), gesture);
            }
        }
    }

    private static Asking.What what(Session session, Suggestion suggestion, Ask ask) {
        return new Asking.What(ask, suggestion.circumstances().orElse(Asking.usual(session)));
    }

    private void sent(Session session, Ask ask, Gesture gesture) {
        note(
                session,
                gesture.member(),
                "sent this to a supervisor: " + Asked.shown(ask) + ". An answer is due within "
                        + AfterDecision.shown(proposing.timeFor(session.workspace(), ask)));
        status.refresh(session.workspace(), session.id(), gesture.key());
    }

    private void note(Session session, MemberId by, String what) {
        recording.record(session, Utterance.Kind.NOTE, by, "[" + by.mention() + " " + what + "]");
    }
}
