package dev.cowork.proposal;

import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.cowork.Screens;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
class ProposalScreens implements Screens {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final MemberId ANA = new MemberId("UANA");
    private static final MemberId SAM = new MemberId("USAM");
    private static final MemberId MIA = new MemberId("UMIA");

    @Override
    public Map<Class<?>, List<?>> longest() {
        var screens = new HashMap<Class<?>, List<Object>>();
        for (var ask : asks()) {
            var proposal = proposal(ask);
            var shown = shown(proposal);
            add(screens, ApprovalCard.class, ApprovalCard.of(shown));
            add(screens, ProposalCard.class, ProposalCard.inThread(shown));
            add(
                    screens,
                    QuestionCard.class,
                    QuestionCard.asked(proposal, shown.questions().getFirst()));
            add(
                    screens,
                    QuestionCard.class,
                    QuestionCard.answered(
                            shown.questions().getFirst(),
                            shown.questions().getFirst().answer().orElseThrow()));
            for (var state : ProposalBook.State.values()) {
                add(screens, BriefCard.class, home(BriefCard.toDecide(WORKSPACE, entry(ask, state))));
                add(screens, BriefCard.class, home(BriefCard.toSee(WORKSPACE, entry(ask, state))));
            }
            for (var away : List.of(Optional.<Instant>empty(), Optional.of(NOON))) {
                var desk = new ProposalBook.Desk(List.of(), 0, List.of(), 0, List.of(), away);
                add(screens, DeskCard.class, home(DeskCard.settings(desk)));
            }
            add(screens, AwayModal.class, AwayModal.of(NOON));
            add(screens, LeadsModal.class, LeadsModal.of(List.of()));
            add(screens, LeadsModal.class, LeadsModal.of(leads()));
            add(screens, DigestCard.class, DigestCard.of(Collections.nCopies(20, proposal), 1_000_000, NOON));
            add(screens, NoteCard.class, NoteCard.of(LONG));
            var press = press(proposal);
            add(screens, DecidingModal.class, DecidingModal.decline(press, ask));
            add(screens, DecidingModal.class, DecidingModal.approveWithChanges(press, ask));
            add(screens, DecidingModal.class, DecidingModal.ask(press, ask));
            add(screens, DecidingModal.class, DecidingModal.answer(press, LONG));
            add(
                    screens,
                    AskModal.class,
                    view(it -> it.type("modal")
                            .title(viewTitle(title -> title.type("plain_text").text("Ask")))
                            .submit(viewSubmit(
                                    submit -> submit.type("plain_text").text("Send")))
                            .blocks(AskModal.blocks(
                                    ask, Circumstances.USUAL, Collections.nCopies(1, "G".repeat(40))))));
        }
        return new HashMap<>(screens);
    }

    private static void add(Map<Class<?>, List<Object>> screens, Class<?> by, Object screen) {
        screens.computeIfAbsent(by, _ -> new ArrayList<>()).add(screen);
    }

    private static List<Lead> leads() {
        return IntStream.range(0, 300)
                .mapToObj(number -> {
                    var lead = new Lead(Lead.Id.of(WORKSPACE, "&".repeat(36) + number));
                    lead.goesTo("C0123456789", Optional.of(90), SAM, NOON);
                    return lead;
                })
                .toList();
    }

    private static View home(List<LayoutBlock> blocks) {
        return view(it -> it.type("home").blocks(blocks));
    }

    private static ProposalBook.Entry entry(Ask ask, ProposalBook.State state) {
        return new ProposalBook.Entry(
                new ProposalId(UUID.randomUUID()),
                "s1",
                new ThreadRef("C12345678", "1700000000.000100"),
                ask,
                state,
                ANA,
                NOON,
                NOON,
                Optional.of(
                        new ProposalBook.Decided(ProposalDecided.Verdict.APPROVED_WITH_CHANGES, SAM, NOON, LONG, LONG)),
                UUID.randomUUID() + ":1",
                Optional.of(new ProposalBook.AskedBack(SAM, NOON, LONG, UUID.randomUUID() + ":1")));
    }

    private static List<Ask> asks() {
        return List.of(
                new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, AuthorityMatrixTest.money("999999999999 USD"), LONG),
                new Ask.Escalation(Ask.Target.MANAGEMENT, Ask.Urgency.THIS_WEEK, LONG, LONG));
    }

    private static Shown shown(Proposal proposal) {
        var steps = List.of(
                step(proposal, 1, SAM, ProposalDecided.Verdict.APPROVED_WITH_CHANGES),
                step(proposal, 2, MIA, ProposalDecided.Verdict.DECLINED));
        var questions = IntStream.range(1, 30)
                .mapToObj(number -> question(proposal, number))
                .toList();
        var deciders =
                IntStream.range(0, 300).mapToObj(at -> new MemberId("U" + at)).toList();
        proposal.deadline().fallBack(Optional.of("SONCALL01"));
        var away = deciders.stream().collect(Collectors.toMap(it -> it, _ -> NOON));
        return new Shown(proposal, steps, questions, deciders, away, Set.of(SAM), "&lt;".repeat(400));
    }

    private static DecisionStep step(Proposal proposal, int number, MemberId by, ProposalDecided.Verdict verdict) {
        var approval = AuthorityMatrixTest.approval(proposal.ask());
        var draft = new DecisionStep.Draft(
                new Position(by, Role.SUPERVISOR, "Finance", false, false),
                Role.SUPERVISOR,
                verdict,
                LONG,
                proposal.ask(),
                approval,
                "gesture" + number);
        return DecisionStep.of(proposal, number, draft, NOON);
    }

    private static Proposal proposal(Ask ask) {
        var wanted = new NewProposal(
                WORKSPACE,
                new ThreadRef("C1", "1.2"),
                "s1",
                ANA,
                Set.of(ANA),
                ask,
                Optional.empty(),
                Circumstances.USUAL,
                LONG,
                "g");
        return Proposal.of(wanted, AuthorityMatrixTest.approval(ask), NOON, NOON.plusSeconds(7200));
    }

    private static Question question(Proposal proposal, int number) {
        var question = Question.of(proposal, number, LONG, press(proposal), NOON);
        question.answer(new Question.Answer(ANA, LONG, NOON));
        return question;
    }

    private static Press press(Proposal proposal) {
        return new Press(
                new Gesture(WORKSPACE, SAM, WORKSPACE, "g2"),
                proposal.card(),
                new ThreadRef("C12345678", "1700000000.000100"));
    }
}
