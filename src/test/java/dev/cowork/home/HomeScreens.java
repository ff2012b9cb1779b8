package dev.cowork.home;

import dev.cowork.Screens;
import dev.cowork.impact.ImpactBook;
import dev.cowork.insight.GapBook;
import dev.cowork.insight.TipCount;
import dev.cowork.knowledge.Knowledge;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.proposal.ProposalId;
import dev.cowork.proposal.authority.AuthorityBook;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.precedent.Recurring;
import dev.cowork.session.SessionBook;
import dev.cowork.session.spend.SpendSamples;
import dev.cowork.slack.Message;
import dev.cowork.slack.ThreadRef;
import dev.cowork.training.PracticeBook;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.setting.SavingSettings;
import dev.cowork.workspace.setting.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

@ApplicationScoped
class HomeScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ThreadRef THREAD = new ThreadRef("C0123456789", "1700000000.000100");

    @Override
    public Map<Class<?>, List<?>> longest() {
        var sessions = Collections.nCopies(
                1_000,
                new SessionBook.Entry(
                        UUID.randomUUID(), Optional.of(THREAD), LONG, LONG, LONG, true, NOON, Optional.empty(), ""));
        var ask = new Ask.Compensation(
                Ask.Kind.POLICY_EXCEPTION, Money.parse("9999999999.99", "USD").orElseThrow(), LONG);
        var proposals = IntStream.range(0, 1_000)
                .mapToObj(_ -> new ProposalBook.Entry(
                        new ProposalId(UUID.randomUUID()),
                        "s",
                        THREAD,
                        ask,
                        ProposalBook.State.OPEN,
                        new MemberId("UANA"),
                        NOON,
                        NOON,
                        Optional.of(new ProposalBook.Decided(
                                ProposalDecided.Verdict.APPROVED_WITH_CHANGES, new MemberId("USAM"), NOON, LONG, LONG)),
                        UUID.randomUUID() + ":1",
                        Optional.of(new ProposalBook.AskedBack(
                                new MemberId("USAM"), NOON, LONG, UUID.randomUUID() + ":1"))))
                .toList();
        var nothing = new Deeds.Seen(
                List.of(),
                new ProposalBook.Desk(List.of(), 0, List.of(), 0, List.of(), Optional.empty()),
                false,
                0,
                0,
                false,
                List.of(),
                new PracticeBook.Own(0, false, List.of()),
                new GapBook.Desk(List.of(), 0, List.of(), List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImpactBook.Own.NONE,
                List.of(),
                0);
        var lately = proposals.subList(900, 905);
        var amount = Money.parse("999999999999 USD").orElseThrow();
        var recurring = Collections.nCopies(
                5, new Recurring("POLICY_EXCEPTION", Long.MAX_VALUE, new Money(1, amount.currency()), amount, LONG));
        var many = new ImpactBook.Known(Long.MAX_VALUE, 1e300);
        var figures = new ImpactBook.Own(
                Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, new ImpactBook.Known(1, 1e15), many, many);
        var everything = new Deeds.Seen(
                sessions,
                new ProposalBook.Desk(
                        proposals.subList(0, 400),
                        1_000_000,
                        proposals.subList(400, 800),
                        1_000_000,
                        lately,
                        Optional.of(NOON)),
                true,
                1_000_000,
                1_000_000,
                true,
                recurring,
                new PracticeBook.Own(
                        1_000_000, true, Collections.nCopies(5, new PracticeBook.Earned("Empathise", 100))),
                new GapBook.Desk(
                        Collections.nCopies(
                                5,
                                new GapBook.Entry(
                                        "g", LONG, 1_000_000, Optional.of(new MemberId("UANA00001")), "", 1_000_000)),
                        1_000_000,
                        Collections.nCopies(
                                5,
                                new GapBook.Entry(
                                        "g", LONG, 1_000_000, Optional.of(new MemberId("UANA00001")), "", 1_000_000)),
                        Collections.nCopies(
                                5, new GapBook.Entry("g", LONG, 1_000_000, Optional.empty(), LONG, 1_000_000))),
                Optional.of(new PracticeBook.Team(
                        1_000_000,
                        Collections.nCopies(5, new PracticeBook.Earned("Empathise", 100)),
                        Collections.nCopies(
                                100,
                                new PracticeBook.Person(
                                        new MemberId("UANA00001"),
                                        1_000_000,
                                        Collections.nCopies(5, new PracticeBook.Earned("Empathise", 100)))))),
                Optional.of(new AuthorityBook.Desk(
                        new AuthorityBook.Version(
                                Matrix.first(1_000_000, ask.amount(), ask.amount()), "UANA", Optional.of(NOON), LONG),
                        1_000_000,
                        true)),
                Optional.of(Collections.nCopies(
                        100, new Knowledge.File(LONG, LONG, true, 1_000_000, 1_000_000, true, "UANA", NOON))),
                Optional.of(SpendSamples.longest()),
                figures,
                Collections.nCopies(20, LONG),
                0);
        var loved = new TipCount.Loved(LONG, new MemberId("UANA00001"), 1_000_000);
        var closed = new GapBook.Entry("g", LONG, 1_000_000, Optional.empty(), LONG, 1_000_000);
        return Map.of(
                SettingsModal.class,
                List.of(settings()),
                HomePage.class,
                List.of(page(nothing), page(everything)),
                OwnFiguresPage.class,
                List.of(Message.of("Your figures", OwnFiguresPage.of(figures))),
                WeekCard.class,
                List.of(WeekCard.of(new Digest(
                        Optional.of(loved),
                        Collections.nCopies(4, loved),
                        Collections.nCopies(5, closed),
                        1_000_000))));
    }

    private static Object settings() {
        var long150 = LONG.substring(0, 150);
        var all = new EnumMap<Setting, String>(Setting.class);
        Arrays.stream(Setting.values()).forEach(it -> all.put(it, long150));
        var change = new SavingSettings.Change(
                1_000_000, Setting.WORKING_HOURS, long150, long150, new MemberId("UANA00001"), NOON);
        return SettingsModal.of(all, 1_000_000, Collections.nCopies(SettingsModal.MOST_CHANGES, change));
    }

    private static Object page(Deeds.Seen seen) {
        return new HomePage(new WorkspaceId("T1"), seen, "/cowork", "Cowork").view();
    }
}
