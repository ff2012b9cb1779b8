package dev.cowork.session;

import dev.cowork.proposal.ProposalDecided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// A decision comes back: it goes into the talk, and the partner goes on from it.
@ApplicationScoped
class HearingDecision {
    private final Sessions sessions;
    private final RecordingWords recording;

    HearingDecision(Sessions sessions, RecordingWords recording) {
        this.sessions = sessions;
        this.recording = recording;
    }

    void on(@Observes ProposalDecided decided) {
        sessions.of(decided.workspace(), UUID.fromString(decided.session())).ifPresent(session -> {
            var kind = session.isClosed() ? Utterance.Kind.NOTE : Utterance.Kind.EVENT;
            recording.record(session, kind, decided.by(), words(decided));
        });
    }

    private static String words(ProposalDecided decided) {
        var what = Asked.shown(decided.granted());
        var by = " by " + decided.by().mention();
        var why = decided.words().isBlank() ? "" : decided.words().strip();
        return switch (decided.verdict()) {
            case APPROVED -> "[decision] Approved: " + what + by + also(why);
            case APPROVED_WITH_CHANGES -> "[decision] Approved with changes: " + what + by + also(why);
            case OWN_AUTHORITY -> "[decision] Granted on their own authority: " + what + by + also(why);
            case DECLINED -> "[decision] Declined: " + what + by + (why.isEmpty() ? "" : " because: " + why);
            case EXPIRED -> "[decision] Nobody decided in time: " + what + also(why);
        };
    }

    private static String also(String words) {
        return words.isEmpty() ? "" : ". They said: " + words;
    }
}
