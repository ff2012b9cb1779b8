package dev.cowork.session;

import dev.cowork.partner.Author;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;

/// Has a failed turn tried again, in the caller's transaction. Once per failure, however often somebody presses.
@ApplicationScoped
class TryingAgain {
    private final Posting posting;

    TryingAgain(Posting posting) {
        this.posting = posting;
    }

    /// Whether there was a failure. Its notice loses its buttons.
    ///
    /// @param by who is to answer this time
    boolean again(Session session, Turn turn, Author by) {
        var notice = turn.message();
        var failure = turn.failure().orElse(FailureCard.OURS);
        if (!turn.tryAgain(by)) {
            return false;
        }
        posting.revise(
                session.workspace(),
                session.thread().orElseThrow(),
                notice,
                "again",
                FailureCard.tryingAgain(failure, by));
        return true;
    }
}
