package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.Standing;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells whoever writes into a closed session's thread, once, that nobody answers there any more; and who may begin no
/// session, why.
@ApplicationScoped
class WhisperingClosed {
    private final Posting posting;
    private final Settings settings;

    WhisperingClosed(Posting posting, Settings settings) {
        this.posting = posting;
        this.settings = settings;
    }

    void refuse(Inbound.Said said, Standing standing) {
        var place =
                new ThreadRef(said.channel(), said.thread().map(ThreadRef::ts).orElse(""));
        posting.whisper(
                said.gesture().workspace(),
                place,
                said.gesture().member(),
                Key.of("session", "refused", said.gesture().key()),
                NoticeCard.of(standing.refusal()));
    }

    void whisper(Session session, MemberId member) {
        session.thread()
                .ifPresent(thread -> posting.whisper(
                        session.workspace(),
                        thread,
                        member,
                        Key.of("session", session.id(), "closed", member),
                        NoticeCard.of("This session is closed. Start a new one with "
                                + settings.command(session.workspace()))));
    }
}
