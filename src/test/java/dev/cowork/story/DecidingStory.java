package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Money above the agent: suggested by the partner, sent by the agent, decided by a supervisor, and by nobody else.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class DecidingStory {
    private static final String TOLD = "They got the wrong item twice and talk about a lawyer. They paid $150.";
    private static final String REASON = "Two wrong deliveries in a row and a loyal customer.";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(
                "wrong item twice",
                Said.message(
                        text("This needs your supervisor."),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(Map.of(
                                                "standing",
                                                "customer_said",
                                                "statement",
                                                "They talk about a lawyer.")))),
                        refund("150.00", REASON)));
    }

    @Test
    void nothingIsSentUntilTheAgentPresses() throws InterruptedException {
        var thread = wrongItemTwice();
        var suggestion = thread.offers("Send to supervisor");
        assertTrue(suggestion.says("150.00") && suggestion.says(REASON), suggestion.words());

        Thread.sleep(1_000);

        assertTrue(desk.sam().posts(Desk.APPROVALS).isEmpty());
    }

    @Test
    void theSupervisorApprovesAndThePartnerGoesOn() {
        claude.answersTo("Approved", Said.message(text("Good news: tell them today.")));
        var thread = wrongItemTwice();
        thread.presses("Send to supervisor");
        var card = atApprovals();
        for (var words : List.of("150.00", "USD", REASON, "<@UANA00001>")) {
            assertTrue(card.says(words), words + " is missing on:\n" + card.words());
        }
        assertTrue(card.says("“" + TOLD + "”"), "the decider does not read what happened:\n" + card.words());
        assertTrue(card.says("Customer said: • They talk about a lawyer."), card.words());

        desk.sam().presses(card, "Approve");

        settledBothWays(thread, "Approved");
        thread.shows("Good news: tell them today.");
    }

    @Test
    void theSupervisorDeclinesWithAReason() {
        var thread = wrongItemTwice();
        thread.presses("Send to supervisor");

        var form = desk.sam().pressesForForm(atApprovals(), "Decline");
        form.submit(Map.of(form.fields().getFirst(), "A replacement is enough here."));

        settledBothWays(thread, "Declined");
        thread.shows("A replacement is enough here.");
    }

    @Test
    void theAgentMayEditFirst() {
        var thread = wrongItemTwice();
        var form = thread.pressesForForm("Edit first");

        form.submit(Map.of("Amount", "120.00", "Reason", "Half of it is enough."));

        var card = atApprovals();
        assertTrue(card.says("120.00") && card.says("Half of it is enough."), card.words());
        assertFalse(card.says("150.00 USD"), card.words());
    }

    @Test
    void whoAskedCannotDecideAndASupervisorIsNeeded() {
        var thread = wrongItemTwice();
        thread.presses("Send to supervisor");
        var card = atApprovals();

        for (var person : List.of(desk.ana(), desk.noa())) {
            person.presses(card, "Approve");
            person.sees(Desk.APPROVALS, "a refusal only for them", Post::isOnlyForOne);
            assertTrue(desk.mia().posts(Desk.APPROVALS).stream().noneMatch(Post::isOnlyForOne));
        }

        assertTrue(atApprovals().has("Approve"), "somebody who may not has decided");
    }

    @Test
    void whoJoinsTheTicketAfterwardsDecidesNothingOfIt() {
        var thread = wrongItemTwice();
        thread.presses("Send to supervisor");
        var card = atApprovals();

        desk.sam().presses(thread.card(), "Join");
        desk.mia().sees(Desk.APPROVALS, "who is left", post -> post.says("Waiting for <@UMIA00001>."));
        desk.sam().presses(card, "Approve");

        desk.sam().isTold(Desk.APPROVALS, "You took part in this ticket");
        desk.mia().presses(atApprovals(), "Approve");
        thread.shows("Approved by <@UMIA00001>");
    }

    private CaseThread wrongItemTwice() {
        return desk.ana().cowork(TOLD);
    }

    private Post atApprovals() {
        return desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
    }

    /// Both cards say who decided what, and have no live buttons.
    private void settledBothWays(CaseThread thread, String what) {
        var there =
                desk.sam().sees(Desk.APPROVALS, "a settled card", post -> post.says(what) && post.says("<@USAM00001>"));
        assertTrue(there.buttons().stream().noneMatch(List.of("Approve", "Decline", "Ask")::contains), there.words());
        var here = thread.sees("the decision", post -> post.says(what) && post.says("<@USAM00001>"));
        assertTrue(here.buttons().stream().noneMatch(List.of("Approve", "Decline", "Ask")::contains), here.words());
    }
}
