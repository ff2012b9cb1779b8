package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the better wording where a draft reads like an admission, as its next version. In the caller's transaction.
@ApplicationScoped
class SofteningDraft {
    private final CompanyGuard guard;
    private final ShowingDraft showing;
    private final RecordingWords recording;

    SofteningDraft(CompanyGuard guard, ShowingDraft showing, RecordingWords recording) {
        this.guard = guard;
        this.showing = showing;
        this.recording = recording;
    }

    void soften(Session session, Draft draft, MemberId by) {
        var words = guard.words(session);
        var found = words.in(draft.words()).stream()
                .filter(loaded -> !loaded.instead().isEmpty())
                .toList();
        if (!draft.isCurrent() || found.isEmpty()) {
            return;
        }
        var text = words.softened(draft.words());
        var change = found.stream()
                .map(loaded -> "“" + loaded.instead() + "” instead of “" + loaded.words() + "”")
                .collect(Collectors.joining(", "));
        List<Move.WriteDraft.Promise> promises = draft.promises();
        var next = showing.bring(
                session, new Move.WriteDraft(draft.channel(), text, change, promises, ""), Optional.of(by));
        recording.record(
                session,
                Utterance.Kind.NOTE,
                by,
                "[" + by.mention() + " edited the draft by hand. Version " + next.version() + " now reads:]\n" + text);
    }
}
