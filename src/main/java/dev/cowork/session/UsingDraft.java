package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Takes a draft as final, unless it promises what nobody has granted. In the caller's transaction.
@ApplicationScoped
class UsingDraft {
    private final Decisions decisions;
    private final Briefing briefing;
    private final ShowingDraft showing;
    private final RecordingWords recording;
    private final Posting posting;
    private final InstantSource clock;

    UsingDraft(
            Decisions decisions,
            Briefing briefing,
            ShowingDraft showing,
            RecordingWords recording,
            Posting posting,
            InstantSource clock) {
        this.decisions = decisions;
        this.briefing = briefing;
        this.showing = showing;
        this.recording = recording;
        this.posting = posting;
        this.clock = clock;
    }

    void use(Session session, Draft draft, Gesture gesture) {
        if (!draft.isCurrent()) {
            return;
        }
        var lock = new PromiseLock(briefing.ownLimit(session), session.amount(), decisions.grantedIn(session));
        switch (lock.covers(draft.words())) {
            case PromiseLock.Covered() -> take(session, draft, gesture);
            case PromiseLock.Locked locked ->
                posting.reply(
                        session.workspace(),
                        session.thread().orElseThrow(),
                        Key.of(draft.message(), "locked", gesture.key()),
                        LockedCard.of(draft, locked));
        }
    }

    private void take(Session session, Draft draft, Gesture gesture) {
        draft.use(gesture.member(), clock.instant());
        showing.revise(session, draft);
        recording.record(
                session,
                Utterance.Kind.NOTE,
                gesture.member(),
                "[" + gesture.member().mention() + " used version " + draft.version() + " of the draft.]");
    }
}
