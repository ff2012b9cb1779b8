package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;

/// Goes back to the version before, in the caller's transaction.
@ApplicationScoped
class TakingBackDraft {
    private final Drafts drafts;
    private final ShowingDraft showing;
    private final RecordingWords recording;

    TakingBackDraft(Drafts drafts, ShowingDraft showing, RecordingWords recording) {
        this.drafts = drafts;
        this.showing = showing;
        this.recording = recording;
    }

    void takeBack(Session session, Draft draft, MemberId by) {
        var before = drafts.beforeIn(session, draft);
        if (!draft.isCurrent() || before.isEmpty()) {
            return;
        }
        draft.takeBack();
        showing.revise(session, draft);
        before.get().comesBack();
        showing.post(session, before.get());
        recording.record(
                session,
                Utterance.Kind.NOTE,
                by,
                "[" + by.mention() + " took version " + draft.version() + " of the draft back. Version "
                        + before.get().version() + " counts again.]");
    }
}
