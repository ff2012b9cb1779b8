package dev.cowork.insight;

import dev.cowork.Screens;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Retrospect;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.Message;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class InsightScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final MemberId ANA = new MemberId("UANA");

    private final Settings settings;

    InsightScreens(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Map<Class<?>, List<?>> longest() {
        var card = new DebriefCard(settings);
        var waiting = debrief();
        var written = debrief();
        var link = "https://example.slack.com/archives/" + "p".repeat(300);
        written.write(
                new Retrospect(LONG, LONG, LONG, LONG, Author.CLAUDE), new DebriefLinks(link, link, link), LONG, NOON);
        var failed = debrief();
        failed.fail(Optional.of(PartnerUnavailableException.Cause.MISCONFIGURED), NOON);
        var tip = Tip.of(WORKSPACE, Optional.empty(), LONG, ANA, "g", NOON);
        // More than this neither form nor command lets through.
        var words = LONG.substring(0, TipText.LONGEST);
        var channel = "c".repeat(80);
        var hidden = TipForm.Hidden.of(Optional.of(SessionKey.of(WORKSPACE, UUID.randomUUID())));
        var anonymised =
                new Anonymiser().anonymise("Jane Doe +44 20 7946 0958 ".repeat(300), Confidential.of("Jane Doe", ""));
        var gaps = Collections.nCopies(20, LONG);
        var gap = Gap.of(WORKSPACE, true, LONG, NOON);
        gap.assign(ANA);
        var answered = Gap.of(WORKSPACE, false, LONG, NOON);
        answered.close(LONG, LONG.substring(0, 500), ANA, NOON);
        var counted = Collections.nCopies(300, new Gaps.Counted(gap, 1_000_000, 1_000_000));
        var entry = new GapBook.Entry("g", LONG, 1_000_000, Optional.of(ANA), "", 1_000_000);
        var entries = Collections.nCopies(5, entry);
        return Map.of(
                GapCard.class,
                List.of(
                        GapCard.assigned(gap, Optional.of(ANA)),
                        GapCard.assigned(gap, Optional.empty()),
                        GapCard.dropped(gap, ANA),
                        GapCard.answered(answered, true),
                        GapCard.answered(answered, false)),
                GapsCard.class,
                List.of(Message.of("", GapsCard.of(new GapBook.Desk(entries, 1_000_000, entries, entries)))),
                GapModal.class,
                List.of(
                        GapModal.all(counted),
                        GapModal.all(List.of()),
                        GapModal.settle(gap),
                        GapModal.note(SessionKey.of(WORKSPACE, UUID.randomUUID()))),
                DebriefCard.class,
                List.of(
                        card.of(waiting, Optional.empty(), gaps),
                        card.of(written, Optional.empty(), gaps),
                        card.of(written, Optional.of(tip), gaps),
                        card.of(failed, Optional.empty(), gaps)),
                TipCard.class,
                List.of(
                        TipCard.of(tip(words)),
                        TipCard.shared(tip(words), channel, true),
                        TipCard.shared(tip(words), channel, false),
                        TipCard.gone(channel),
                        TipCard.takenBack(),
                        TipCard.refused(words, channel, "not_in_channel"),
                        TipCard.several(Collections.nCopies(100, tip(words))),
                        TipCard.quoted(tip(words))),
                TipModal.class,
                List.of(
                        TipModal.of(TipModal.SHARE, hidden, anonymised, channel),
                        TipModal.of(TipModal.EDIT, hidden, anonymised, channel)));
    }

    private static Debrief debrief() {
        return Debrief.of(new SessionClosed(
                WORKSPACE,
                UUID.randomUUID(),
                new ThreadRef("C1", "1.2"),
                ANA,
                ANA,
                "text",
                "resolved",
                LONG,
                false,
                Optional.of(1),
                Optional.of(5),
                Optional.of(false),
                1_000_000,
                NOON.minusSeconds(10_000_000),
                NOON));
    }

    private static Tip tip(String words) {
        return Tip.of(WORKSPACE, Optional.empty(), words, ANA, "g", NOON);
    }
}
