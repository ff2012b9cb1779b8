package dev.cowork.proposal;

import static dev.cowork.proposal.Office.ANA;
import static dev.cowork.proposal.Office.BYSTANDER;
import static dev.cowork.proposal.Office.OWNER;
import static dev.cowork.proposal.Office.SESSION;
import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.TOOK_PART;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.audit.Finding;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AnotherApplication.class)
class DecidingProposalTest {
    private static final MemberId SAM = SUPERVISORS.get(0);
    private static final MemberId MIA = SUPERVISORS.get(1);

    @Inject
    Office office;

    private final WorkspaceId workspace = Office.aWorkspace();

    @Test
    void approvesAndTellsWhoeverListens() {
        var proposal = office.proposed(workspace, refund("150 USD"));

        office.approve(proposal, 1, SAM);

        assertEquals(Proposal.State.APPROVED, office.state(proposal));
        var event = office.heard.in(workspace).getFirst();
        assertEquals(refund("150 USD"), event.granted());
        assertEquals(ProposalDecided.Verdict.APPROVED, event.verdict());
        assertEquals(SAM, event.by());
        assertEquals(SESSION, event.session());
        assertEquals(
                "$150.00 is above what an agent may grant alone ($100.00). One supervisor may grant up to $1,000.00.",
                office.steps(proposal).getFirst().rule());
        var cards = office.posts(workspace, "/approval");
        assertTrue(cards.getFirst().contains("proposal_approve"));
        assertTrue(cards.getLast().contains("Approved by <@USUP0>")
                && !cards.getLast().contains("proposal_approve"));
        assertTrue(office.posts(workspace, "/thread").getLast().contains("Approved by <@USUP0>"));
        assertEquals(List.of(refund("150 USD")), office.book.approvedFor(workspace, SESSION));
    }

    @Test
    void proposesOnceForOneGesture() {
        var wanted = Office.wanted(workspace, refund("150 USD"));

        var first = QuarkusTransaction.requiringNew().call(() -> office.proposing.propose(wanted));
        var second = QuarkusTransaction.requiringNew().call(() -> office.proposing.propose(wanted));

        assertEquals(first, second);
        assertEquals(1, office.book.waiting(workspace).size());
    }

    @Test
    void recordsWhatIsInTheAgentsOwnAuthority() {
        QuarkusTransaction.requiringNew()
                .call(() -> office.proposing.grantAlone(Office.wanted(workspace, refund("80 USD"))));

        var event = office.heard.in(workspace).getFirst();
        assertEquals(ProposalDecided.Verdict.OWN_AUTHORITY, event.verdict());
        assertEquals(ANA, event.by());
        assertEquals(List.of(), office.posts(workspace, "/approval"));
        assertEquals(List.of(refund("80 USD")), office.book.approvedFor(workspace, SESSION));
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> office.proposing.grantAlone(Office.wanted(workspace, refund("150 USD")))));
    }

    @Test
    void tellsOnlyThosePersonsWhyWhoMayNotDecide() {
        var proposal = office.proposed(workspace, refund("150 USD"));

        for (var wish : List.of(new Wish.Approve(), new Wish.Decline("no"))) {
            for (var who : List.of(ANA, OWNER, TOOK_PART, BYSTANDER)) {
                office.decide(office.press(proposal, 1, who), wish);
            }
            office.decide(office.press(proposal, 1, SAM, new WorkspaceId("TOTHER")), wish);
            office.decide(office.press(proposal, 7, SAM), wish);
        }

        assertEquals(Proposal.State.OPEN, office.state(proposal));
        assertEquals(List.of(), office.steps(proposal));
        var told = office.whispers(workspace);
        assertEquals(12, told.size());
        for (var words : List.of(
                "You asked for this",
                "You took part in this ticket",
                "Only a supervisor may decide this",
                "Only members of this workspace",
                "This card is out of date")) {
            assertTrue(told.stream().anyMatch(one -> one.contains(words)), words);
        }
        assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace));
        assertEquals(13, ((Finding.Intact) office.chain.verify(workspace)).entries());
    }

    @Test
    void whoComesToTheTicketLaterDecidesNoMoreOfIt() {
        var proposal = office.proposed(workspace, refund("1500 USD"));
        office.approve(proposal, 1, SAM);

        for (var who : List.of(SAM, MIA, MIA)) {
            QuarkusTransaction.requiringNew().run(() -> office.proposing.takePart(workspace, SESSION, who));
        }
        office.approve(proposal, 1, MIA);

        assertEquals(1, office.steps(proposal).size());
        assertTrue(office.whispers(workspace).getFirst().contains("You took part in this ticket"));
        assertTrue(!office.posts(workspace, "/approval").getLast().contains("<@USUP1>"));
        office.approve(proposal, 1, SUPERVISORS.get(2));
        assertEquals(Proposal.State.APPROVED, office.state(proposal), "what was approved before stays approved");
    }

    @Test
    void findsNoProposalOfAnotherWorkspace() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        var other = Office.aWorkspace();

        office.approve(new ProposalKey(other.value(), proposal.id()), 1, SAM);

        assertEquals(Proposal.State.OPEN, office.state(proposal));
        assertTrue(office.whispers(other).getFirst().contains("not known in this workspace"));
    }

    @Test
    void needsTwoDifferentPeopleAboveTheSupervisorsLimit() {
        var proposal = office.proposed(workspace, refund("1500 USD"));

        office.approve(proposal, 1, SAM);
        office.approve(proposal, 1, SAM);
        assertEquals(Proposal.State.OPEN, office.state(proposal));
        assertTrue(office.whispers(workspace).getFirst().contains("must come from another person"));
        assertEquals(List.of(), office.book.approvedFor(workspace, SESSION));

        office.approve(proposal, 1, MIA);
        assertEquals(Proposal.State.APPROVED, office.state(proposal));
        assertEquals(1, office.heard.in(workspace).size());
    }

    @Test
    void letsTheSecondDecline() {
        var proposal = office.proposed(workspace, refund("1500 USD"));

        office.approve(proposal, 1, SAM);
        office.decide(office.press(proposal, 1, MIA), new Wish.Decline("Too much"));

        assertEquals(Proposal.State.DECLINED, office.state(proposal));
        assertEquals("Too much", office.heard.in(workspace).getFirst().words());
        assertEquals(List.of(), office.book.approvedFor(workspace, SESSION));
    }

    @Test
    void grantsLessThanWasAskedFor() {
        var proposal = office.proposed(workspace, refund("1500 USD"));

        office.decide(office.press(proposal, 1, SAM), changed("900 USD", "once"));

        var event = office.heard.in(workspace).getFirst();
        assertEquals(refund("900 USD"), event.granted());
        assertEquals(ProposalDecided.Verdict.APPROVED_WITH_CHANGES, event.verdict());
        assertEquals("once", event.words());
        assertEquals(List.of(refund("900 USD")), office.book.approvedFor(workspace, SESSION));
    }

    @Test
    void asksASecondForChangesAboveTheLimitAndForgetsTheOldCard() {
        var proposal = office.proposed(workspace, refund("150 USD"));

        office.decide(office.press(proposal, 1, SAM), changed("2000 USD", ""));
        assertEquals(2, office.version(proposal));
        office.approve(proposal, 1, MIA);
        assertEquals(Proposal.State.OPEN, office.state(proposal));
        assertTrue(office.whispers(workspace).getFirst().contains("$2,000.00"));
        office.decide(office.press(proposal, 2, MIA), changed("2500 USD", ""));
        assertTrue(office.whispers(workspace).getLast().contains("grant that or less"));

        office.approve(proposal, 2, MIA);

        assertEquals(refund("2000 USD"), office.heard.in(workspace).getFirst().granted());
    }

    @Test
    void takesOnAnEscalation() {
        var ask = new Ask.Escalation(Ask.Target.LEGAL, Ask.Urgency.NOW, "A lawyer wrote", "We are on it");
        var proposal = office.proposed(workspace, ask);

        office.approve(proposal, 1, SAM);

        assertEquals(ask, office.heard.in(workspace).getFirst().granted());
        assertTrue(office.posts(workspace, "/thread").getLast().contains("Taken on by <@USUP0>"));
    }

    @Test
    void answersALatePressWithWhatIsTrue() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.approve(proposal, 1, SAM);

        office.decide(office.press(proposal, 1, MIA), new Wish.Decline("no"));

        assertTrue(office.whispers(workspace).getFirst().contains("Already approved by <@USUP0>"));
    }

    @Test
    void workedOffTwiceIsDecidedOnce() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        var press = office.press(proposal, 1, SAM);

        office.decide(press, new Wish.Approve());
        office.decide(press, new Wish.Approve());

        assertEquals(1, office.steps(proposal).size());
        assertEquals(List.of(), office.whispers(workspace));
    }

    @Test
    void expiresAndIsRenewedByOnePress() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofHours(2));

        assertTrue(office.expiring.expireDue() >= 1);
        assertEquals(Proposal.State.EXPIRED, office.state(proposal));
        assertEquals(
                ProposalDecided.Verdict.EXPIRED,
                office.heard.in(workspace).getFirst().verdict());
        assertTrue(office.posts(workspace, "/approval").getLast().contains("proposal_renew"));

        QuarkusTransaction.requiringNew().run(() -> office.renewing.renew(office.press(proposal, 1, ANA)));
        office.approve(proposal, 1, SAM);
        assertEquals(Proposal.State.OPEN, office.state(proposal), "the old card decides nothing");
        office.approve(proposal, 2, SAM);
        assertEquals(Proposal.State.APPROVED, office.state(proposal));
    }

    @Test
    void expiresAtTheFirstLatePressToo() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.clock.by(Duration.ofHours(2));

        office.approve(proposal, 1, SAM);

        assertEquals(Proposal.State.EXPIRED, office.state(proposal));
        assertTrue(office.whispers(workspace).getFirst().contains("Nobody decided in time"));
    }

    @Test
    void bringsAQuestionToTheThreadAndItsAnswerBack() {
        var proposal = office.proposed(workspace, refund("150 USD"));

        QuarkusTransaction.requiringNew()
                .run(() -> office.asking.ask(office.press(proposal, 1, SAM), "Is there a photo?"));
        assertTrue(office.posts(workspace, "question/1").getFirst().contains("proposal_answer"));
        QuarkusTransaction.requiringNew().run(() -> office.asking.answer(office.press(proposal, 1, MIA), "Yes"));
        assertTrue(office.whispers(workspace).getFirst().contains("Only those who work on this ticket"));
        QuarkusTransaction.requiringNew()
                .run(() -> office.asking.answer(office.press(proposal, 1, OWNER), "Yes, three"));

        assertTrue(office.posts(workspace, "/approval").getLast().contains("Yes, three"));
        assertTrue(!office.posts(workspace, "question/1").getLast().contains("proposal_answer"));
        office.approve(proposal, 1, SAM);
        assertEquals(Proposal.State.APPROVED, office.state(proposal));
    }

    private static Wish changed(String amount, String condition) {
        return new Wish.ApproveWithChanges(
                Optional.of(new Wish.Terms(Ask.Kind.REFUND, Money.parse(amount).orElseThrow())), condition);
    }
}
