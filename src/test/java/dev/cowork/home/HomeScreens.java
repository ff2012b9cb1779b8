package dev.cowork.home;

import dev.cowork.Screens;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.ProposalId;
import dev.cowork.session.SessionBook;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class HomeScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ThreadRef THREAD = new ThreadRef("C0123456789", "1700000000.000100");

    @Override
    public Map<Class<?>, List<?>> longest() {
        var sessions = Collections.nCopies(
                1_000,
                new SessionBook.Entry(
                        UUID.randomUUID(), Optional.of(THREAD), LONG, LONG, true, NOON, Optional.empty(), ""));
        var ask = new Ask.Compensation(
                Ask.Kind.POLICY_EXCEPTION, Money.parse("9999999999.99", "USD").orElseThrow(), LONG);
        var proposals = Collections.nCopies(
                1_000,
                new ProposalBook.Entry(
                        new ProposalId(UUID.randomUUID()),
                        "s",
                        THREAD,
                        ask,
                        ProposalBook.State.OPEN,
                        new MemberId("UANA"),
                        NOON,
                        NOON,
                        Optional.empty()));
        var nothing = new Deeds.Seen(List.of(), List.of(), List.of(), false, 0);
        var everything = new Deeds.Seen(sessions, proposals, proposals, true, 1_000_000);
        return Map.of(HomePage.class, List.of(page(nothing), page(everything)));
    }

    private static Object page(Deeds.Seen seen) {
        return new HomePage(new WorkspaceId("T1"), seen, "/cowork").view();
    }
}
