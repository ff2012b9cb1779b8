package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.cowork.playground.BlockKitLimits;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Message;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import dev.cowork.workspace.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What people see, at its longest: nothing may fail because somebody wrote a lot.
class ProposalCardTest {
    /// Made once: it takes longer than what it does.
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
    private static final MemberId ANA = new MemberId("UANA");
    private static final MemberId SAM = new MemberId("USAM");
    private static final MemberId MIA = new MemberId("UMIA");

    @Test
    void showsAmountCurrencyKindReasonAndWhoWaits() {
        var shown = json(ApprovalCard.of(waiting(AuthorityMatrixTest.refund("150 USD"))));

        for (var part : List.of(
                "Refund · $150.00",
                "150.00 USD",
                "Arrived damaged twice",
                "Order 4711",
                "<@UANA>",
                "Waiting for <@USAM>, <@UMIA>.",
                "$150.00 is above what an agent may grant alone ($100.00). One supervisor may grant up to $1,000.00.",
                "<!date^" + NOW.plusSeconds(7200).getEpochSecond())) {
            assertTrue(shown.toString().contains(part), part + " in " + shown.toPrettyString());
        }
    }

    @Test
    void offersTheFourDecisionsWhileItWaits() {
        var card = json(ApprovalCard.of(waiting(AuthorityMatrixTest.refund("150 USD"))));

        assertEquals(
                List.of("Approve", "Approve with changes", "Decline", "Ask"),
                card.findParents("action_id").stream()
                        .map(button -> button.at("/text/text").asText())
                        .toList());
        assertFalse(json(ProposalCard.inThread(waiting(AuthorityMatrixTest.refund("150 USD"))))
                .toString()
                .contains("\"button\""));
    }

    @Test
    void showsWhoDecidedAndNoLiveButtons() {
        var proposal = proposal(AuthorityMatrixTest.refund("150 USD"), "Order 4711");
        var step = decision(proposal, 1, SAM, ProposalDecided.Verdict.DECLINED, "Over the <cap> & late");
        proposal.decline(NOW);
        var card = json(ApprovalCard.of(new Shown(proposal, List.of(step), List.of(), List.of(MIA))));

        assertTrue(card.toString().contains("*Declined by <@USAM> <!date^" + NOW.getEpochSecond()));
        assertTrue(card.toString().contains("\"Over the <cap> & late\""));
        assertFalse(card.toString().contains("\"button\""));
    }

    @Test
    void offersRenewOnceExpired() {
        var proposal = proposal(AuthorityMatrixTest.refund("150 USD"), "");
        proposal.expire(proposal.expiresAt());
        var shown = new Shown(proposal, List.of(), List.of(), List.of(SAM));

        assertEquals(
                1, json(ApprovalCard.of(shown)).findValuesAsText("action_id").size());
        assertTrue(json(ProposalCard.inThread(shown)).toString().contains("proposal_renew"));
    }

    @Test
    void staysWithinSlacksLimitsAtTheLongest() {
        var words = "🙂<!channel> & ".repeat(3000);
        var many = IntStream.range(0, 300).mapToObj(i -> new MemberId("U" + i)).toList();
        for (var ask : List.of(
                new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, AuthorityMatrixTest.money("999999999999 USD"), words),
                new Ask.Escalation(Ask.Target.MANAGEMENT, Ask.Urgency.THIS_WEEK, words, words))) {
            var proposal = proposal(ask, words);
            var steps = List.of(
                    decision(proposal, 1, SAM, ProposalDecided.Verdict.APPROVED_WITH_CHANGES, words),
                    decision(proposal, 2, MIA, ProposalDecided.Verdict.DECLINED, words));
            var questions = IntStream.range(1, 30)
                    .mapToObj(number -> question(proposal, number, words))
                    .toList();
            var shown = new Shown(proposal, steps, questions, many);
            fits(json(ApprovalCard.of(shown)));
            fits(json(ProposalCard.inThread(shown)));
            fits(json(QuestionCard.asked(proposal, questions.getFirst())));
            fits(json(QuestionCard.answered(
                    questions.getFirst(), questions.getFirst().answer().orElseThrow())));
            fits(json(NoteCard.of(words)));
            var press = press(proposal);
            fits(json(DecidingModal.decline(press, ask)));
            fits(json(DecidingModal.approveWithChanges(press, ask)));
            fits(json(DecidingModal.ask(press, ask)));
            fits(json(DecidingModal.answer(press, words)));
        }
    }

    @Test
    void neverLetsPeoplesWordsBecomeMarkup() {
        var card = json(ApprovalCard.of(waiting(new Ask.Compensation(
                Ask.Kind.REFUND, AuthorityMatrixTest.money("150 USD"), "<!channel> <@USAM> *now*"))));

        card.findParents("text").stream()
                .filter(text -> text.path("text").asText().contains("<!channel>"))
                .forEach(text -> assertEquals("plain_text", text.path("type").asText()));
        assertTrue(card.toString().contains("<!channel> <@USAM> *now*"));
    }

    @Test
    void carriesNothingInAButtonButWhichCardItIs() {
        var shown = waiting(AuthorityMatrixTest.refund("150 USD"));

        json(ApprovalCard.of(shown))
                .findValuesAsText("value")
                .forEach(value -> assertEquals(Optional.of(shown.proposal().card()), CardRef.read(value)));
        assertEquals(Optional.empty(), CardRef.read("something else"));
    }

    private Shown waiting(Ask ask) {
        return new Shown(proposal(ask, "Order 4711"), List.of(), List.of(), List.of(SAM, MIA));
    }

    private Proposal proposal(Ask ask, String background) {
        var wanted = new NewProposal(
                WORKSPACE,
                new ThreadRef("C1", "1.2"),
                "s1",
                ANA,
                Set.of(ANA),
                ask,
                Optional.empty(),
                Circumstances.USUAL,
                background,
                "g");
        return Proposal.of(wanted, AuthorityMatrixTest.approval(ask), NOW, NOW.plusSeconds(7200));
    }

    private DecisionStep decision(
            Proposal proposal, int step, MemberId by, ProposalDecided.Verdict verdict, String words) {
        var approval = AuthorityMatrixTest.approval(proposal.ask());
        var draft = new DecisionStep.Draft(
                new Position(by, Role.SUPERVISOR, "", false, false),
                Role.SUPERVISOR,
                verdict,
                words,
                proposal.ask(),
                approval,
                "gesture" + step);
        return DecisionStep.of(proposal, step, draft, NOW);
    }

    private static Question question(Proposal proposal, int number, String words) {
        var question = Question.of(proposal, number, words, press(proposal), NOW);
        question.answer(new Question.Answer(ANA, words, NOW));
        return question;
    }

    private static Press press(Proposal proposal) {
        return new Press(
                new Gesture(WORKSPACE, SAM, WORKSPACE, "g2"),
                proposal.card(),
                new ThreadRef("C12345678", "1700000000.000100"));
    }

    private static void fits(JsonNode shown) {
        assertEquals(List.of(), BlockKitLimits.violations(shown));
    }

    private static JsonNode json(View view) {
        return read(GSON.toJson(view));
    }

    private static JsonNode json(Message message) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("text", message.text());
        whole.set("blocks", read(GSON.toJson(message.blocks())));
        return whole;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
