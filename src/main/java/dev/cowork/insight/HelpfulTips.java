package dev.cowork.insight;

import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds what colleagues shared before: for whoever asks, and for whoever opens a session like theirs. Only while
/// everybody in the workspace can read the channel in which it stands: nobody is quoted to somebody who could not have
/// read it there.
@ApplicationScoped
class HelpfulTips {
    static final int MOST = 5;
    private static final int LEAST_SHARED = 3;

    private final Tips tips;
    private final SessionStory story;
    private final Posting posting;
    private final Settings settings;

    HelpfulTips(Tips tips, SessionStory story, Posting posting, Settings settings) {
        this.tips = tips;
        this.story = story;
        this.posting = posting;
        this.settings = settings;
    }

    /// Asks Slack who can read the channels in which tips stand, where it has not told lately; waits for the answer.
    /// Not inside a transaction.
    void learnNow(WorkspaceId workspace) {
        QuarkusTransaction.requiringNew()
                .call(() -> channels(workspace))
                .forEach(channel -> posting.learnNow(workspace, channel));
    }

    /// Whether it is known who can read the channels in which tips stand.
    @Transactional
    boolean isKnown(WorkspaceId workspace) {
        return channels(workspace).stream().allMatch(channel -> posting.isKnown(workspace, channel));
    }

    /// What to tell whoever looks for tips.
    @Transactional
    String answer(WorkspaceId workspace, String words) {
        var channel = settings.tipsChannel(workspace);
        if (!isKnown(workspace)) {
            return "I could not ask Slack who can read " + TipCard.shown(channel)
                    + ". Look for tips there, or type it once more in a while.";
        }
        channels(workspace).forEach(each -> posting.learn(workspace, each));
        var found = find(workspace, words, open(workspace));
        if (!found.isEmpty()) {
            return TipCard.found(found);
        }
        return posting.isOpenToAll(workspace, channel)
                ? "Nobody has shared a tip about that yet."
                : "Tips are in " + TipCard.shown(channel)
                        + ". Not everybody can read that channel, so look for them there.";
    }

    /// Whether a colleague's tip really fits the session, be it for everybody to read or not.
    @Transactional
    boolean isSomeFitting(WorkspaceId workspace, UUID session, MemberId owner) {
        return fitting(workspace, session, owner, tips.channels(workspace)).isPresent();
    }

    /// The colleague's tip that really fits the session and is for everybody to read.
    @Transactional
    Optional<Tip> fitting(WorkspaceId workspace, UUID session, MemberId owner) {
        return fitting(workspace, session, owner, open(workspace));
    }

    private Optional<Tip> fitting(WorkspaceId workspace, UUID session, MemberId owner, List<String> channels) {
        var brief = story.briefOf(workspace, session);
        var told = new StringBuilder(brief.words());
        brief.situation().forEach(field -> told.append(' ').append(field.text()));
        var words = told.toString();
        return find(workspace, SlackText.cut(words, 2000), channels).stream()
                .filter(tip -> !tip.sharedBy().equals(owner))
                .filter(tip -> Alike.shared(tip.words(), words) >= LEAST_SHARED)
                .findFirst();
    }

    private List<Tip> find(WorkspaceId workspace, String words, List<String> channels) {
        return tips.sharingWordsWith(workspace, Alike.words(words), channels, MOST);
    }

    /// The channels in which tips stand that everybody can read.
    @Transactional
    List<String> open(WorkspaceId workspace) {
        return tips.channels(workspace).stream()
                .filter(channel -> posting.isOpenToAll(workspace, channel))
                .toList();
    }

    /// Where tips stand and where the next ones will.
    private Set<String> channels(WorkspaceId workspace) {
        var all = new LinkedHashSet<>(tips.channels(workspace));
        all.add(settings.tipsChannel(workspace));
        return all;
    }
}
