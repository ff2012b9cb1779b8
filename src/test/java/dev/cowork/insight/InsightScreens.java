package dev.cowork.insight;

import dev.cowork.Screens;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Retrospect;
import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
        return Map.of(
                DebriefCard.class,
                List.of(
                        card.of(waiting, Optional.empty()),
                        card.of(written, Optional.empty()),
                        card.of(written, Optional.of(tip)),
                        card.of(failed, Optional.empty())),
                TipCard.class,
                List.of(TipCard.of(words, ANA), TipCard.refused(words, channel, "not_in_channel")),
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
}
