package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.GapNoted;
import dev.cowork.session.SessionClosed;
import dev.cowork.session.SessionStory;
import dev.cowork.slack.Posting;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Gathers gaps: one that is like another is the same one, seen once more. Joins the caller's transaction.
@ApplicationScoped
class NotingGaps {
    private static final int LONGEST = 500;

    private final Gaps gaps;
    private final GapSightings sightings;
    private final KeepingGaps keeping;
    private final SessionStory story;
    private final Posting posting;
    private final InstantSource clock;
    private final Anonymiser anonymiser = new Anonymiser();

    NotingGaps(
            Gaps gaps,
            GapSightings sightings,
            KeepingGaps keeping,
            SessionStory story,
            Posting posting,
            InstantSource clock) {
        this.keeping = keeping;
        this.gaps = gaps;
        this.sightings = sightings;
        this.story = story;
        this.posting = posting;
        this.clock = clock;
    }

    /// Noted by the partner in the middle of a session.
    void on(@Observes GapNoted noted) {
        var brief = story.briefOf(noted.workspace(), noted.session());
        note(
                SessionKey.of(noted.workspace(), noted.session()),
                noted.reader(),
                noted.question().toLowerCase(Locale.ROOT).contains("policy"),
                noted.question(),
                Situation.confidentialIn(brief));
    }

    /// Where an answer is there already the finder is told, and the session counts as helped by it.
    void note(SessionKey session, MemberId finder, boolean isPolicy, String words, Confidential confidential) {
        var question =
                SlackText.cut(anonymiser.anonymise(words.strip(), confidential).text(), LONGEST);
        var workspace = session.in();
        var gap = alike(workspace, question).orElseGet(() -> {
            var fresh = Gap.of(workspace, isPolicy, question, clock.instant());
            gaps.persist(fresh);
            keeping.giveToAKeeper(fresh);
            return fresh;
        });
        if (!sightings.isSeen(gap, session.session())) {
            sightings.persist(GapSighting.of(gap, session.session(), finder, question, clock.instant()));
            if (!gap.isOpen()) {
                gaps.use(gap, session.session(), clock.instant());
                posting.say(
                        workspace,
                        finder.value(),
                        Key.of("gap", gap.key().id(), "known", session),
                        GapCard.answered(gap, true));
            }
        }
    }

    private Optional<Gap> alike(WorkspaceId workspace, String question) {
        return gaps.sharingWordsWith(workspace, Alike.words(question)).stream()
                .filter(gap -> Alike.are(gap.question(), question))
                .findFirst();
    }

    /// A later session in which the answer to a closed gap was at hand.
    void on(@Observes SessionClosed closed) {
        var answered = gaps.closedIn(closed.workspace());
        if (answered.isEmpty()) {
            return;
        }
        var brief = story.briefOf(closed.workspace(), closed.session());
        var said = new StringBuilder(brief.words());
        brief.past()
                .forEach(turn -> said.append('\n')
                        .append(turn.words())
                        .append('\n')
                        .append(turn.record().orElse("")));
        var text = said.toString().toLowerCase(Locale.ROOT);
        answered.stream()
                .filter(gap -> isIn(text, gap.link()) || isIn(text, gap.answer()))
                .forEach(gap -> gaps.use(gap, closed.session(), clock.instant()));
    }

    private static boolean isIn(String text, String what) {
        return what.length() >= 8 && text.contains(what.toLowerCase(Locale.ROOT));
    }
}
