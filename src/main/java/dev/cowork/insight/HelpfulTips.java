package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostSent;
import dev.cowork.session.SessionBook;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackText;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// Finds what colleagues shared before: for whoever asks, and for whoever opens a session like theirs. Only while
/// everybody in the workspace can read the tips' channel: nobody is quoted to somebody who could not have read it
/// there.
@ApplicationScoped
class HelpfulTips {
    static final int MOST = 5;
    private static final int LEAST_SHARED = 3;

    private final Tips tips;
    private final SessionStory story;
    private final SessionBook sessions;
    private final Posting posting;
    private final Settings settings;

    HelpfulTips(Tips tips, SessionStory story, SessionBook sessions, Posting posting, Settings settings) {
        this.tips = tips;
        this.story = story;
        this.sessions = sessions;
        this.posting = posting;
        this.settings = settings;
    }

    @Transactional
    boolean isOpen(WorkspaceId workspace) {
        var channel = settings.tipsChannel(workspace);
        posting.learn(workspace, channel);
        return posting.isOpenToAll(workspace, channel);
    }

    /// Whether it is known who can read the tips' channel.
    @Transactional
    boolean isKnown(WorkspaceId workspace) {
        return posting.isKnown(workspace, settings.tipsChannel(workspace));
    }

    @Transactional
    List<Tip> find(WorkspaceId workspace, String words) {
        return tips.sharingWordsWith(workspace, Alike.words(words), MOST);
    }

    /// A session's card stands: its owner alone is shown the tip that fits, if one really does.
    void on(@Observes PostSent sent) {
        var parts = sent.message().value().split("/");
        if (parts.length == 3 && parts[0].equals("session") && parts[2].equals("card") && isOpen(sent.workspace())) {
            var session = UUID.fromString(parts[1]);
            sessions.ownerOf(sent.workspace(), session).ifPresent(owner -> quote(sent, session, owner));
        }
    }

    private void quote(PostSent sent, UUID session, MemberId owner) {
        var brief = story.briefOf(sent.workspace(), session);
        var told = new StringBuilder(brief.words());
        brief.situation().forEach(field -> told.append(' ').append(field.text()));
        var words = told.toString();
        find(sent.workspace(), SlackText.cut(words, 2000)).stream()
                .filter(tip -> !tip.sharedBy().equals(owner))
                .filter(tip -> Alike.shared(tip.words(), words) >= LEAST_SHARED)
                .findFirst()
                .ifPresent(tip -> posting.whisper(
                        sent.workspace(),
                        story.threadOf(sent.workspace(), session)
                                .orElseGet(() -> new ThreadRef(sent.channel(), sent.ts())),
                        owner,
                        Key.of("tip", "quoted", session),
                        TipCard.quoted(tip)));
    }
}
