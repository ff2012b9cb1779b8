package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells whoever writes into a closed session's thread, once, that nobody answers there any more.
@ApplicationScoped
class WhisperingClosed {
    private final Posting posting;
    private final Settings settings;

    WhisperingClosed(Posting posting, Settings settings) {
        this.posting = posting;
        this.settings = settings;
    }

    void whisper(Session session, MemberId member) {
        session.thread()
                .ifPresent(thread -> posting.whisper(
                        session.workspace(),
                        thread,
                        member,
                        Key.of("session", session.id(), "closed", member),
                        NoticeCard.of("This session is closed. Start a new one with " + settings.command())));
    }
}
