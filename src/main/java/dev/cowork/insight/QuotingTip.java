package dev.cowork.insight;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.PostSent;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/// A session's card stands: its owner alone is shown the tip that fits, if one really does. Who can read
/// the tips' channels is asked of Slack first.
@ApplicationScoped
class QuotingTip implements Errand {
    private static final String KIND = "tip-quote";

    private final HelpfulTips helpful;
    private final SessionBook sessions;
    private final SessionStory story;
    private final Posting posting;
    private final Inbox inbox;

    QuotingTip(HelpfulTips helpful, SessionBook sessions, SessionStory story, Posting posting, Inbox inbox) {
        this.helpful = helpful;
        this.sessions = sessions;
        this.story = story;
        this.posting = posting;
        this.inbox = inbox;
    }

    void on(@Observes PostSent sent) {
        var parts = sent.message().value().split("/");
        if (parts.length == 3 && parts[0].equals("session") && parts[2].equals("card")) {
            var workspace = sent.workspace();
            var session = UUID.fromString(parts[1]);
            sessions.ownerOf(workspace, session)
                    .filter(owner -> helpful.isSomeFitting(workspace, session, owner))
                    .ifPresent(_ -> inbox.accept(Delivery.own(
                            workspace,
                            Key.of(KIND, session),
                            Lane.of(workspace, KIND, session),
                            KIND,
                            String.join(" ", parts[1], sent.channel(), sent.ts()))));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var parts = delivery.body().split(" ");
        var workspace = delivery.workspace();
        var session = UUID.fromString(parts[0]);
        helpful.learnNow(workspace);
        QuarkusTransaction.requiringNew()
                .run(() -> sessions.ownerOf(workspace, session)
                        .ifPresent(owner -> quote(workspace, session, new ThreadRef(parts[1], parts[2]), owner)));
    }

    private void quote(WorkspaceId workspace, UUID session, ThreadRef card, MemberId owner) {
        helpful.fitting(workspace, session, owner)
                .ifPresent(tip -> posting.whisper(
                        workspace,
                        story.threadOf(workspace, session).orElse(card),
                        owner,
                        Key.of("tip", "quoted", session),
                        TipCard.quoted(tip)));
    }
}
