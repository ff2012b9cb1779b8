package dev.cowork.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.partner.Specialist.Ground;
import dev.cowork.partner.Specialist.Position;
import dev.cowork.partner.Specialist.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Views are laid side by side, and none is the mean of the others.
class CoordinatorTest {
    private static final Seat POLICY = new Seat("policy", "Policy");
    private static final Seat TECHNICAL = new Seat("technical", "Technical");
    private static final Seat RESPONSE = new Seat("response", "Response");

    private static Coordinator.Said said(Seat seat, String next, String grants, String amount, Ground... grounds) {
        return new Coordinator.Said(
                seat,
                new Position(
                        "Do it.",
                        next,
                        grants,
                        amount,
                        List.of(new Reason("So.", List.of())),
                        3,
                        List.of(),
                        List.of(),
                        List.of(grounds),
                        List.of(),
                        List.of()));
    }

    private static Ground sees(String fact, String holds) {
        return new Ground(fact, holds, "So it is.");
    }

    private static List<String> ids(Coordinator.Compared compared) {
        return compared.choices().stream().map(Coordinator.Choice::id).toList();
    }

    @Test
    void whoHasNoViewNeitherAgreesNorDisagrees() {
        var compared = Coordinator.compare(
                List.of(
                        said(POLICY, "answer_now", "credit", ""),
                        said(TECHNICAL, "no_view", "no_view", ""),
                        said(RESPONSE, "answer_now", "credit", "")),
                List.of(),
                false);

        assertEquals(2, compared.agreed().size());
        assertEquals(List.of(), compared.disagreed());
        assertFalse(compared.isToBeDecided());
    }

    @Test
    void differentAmountsAreDifferentViews() {
        var compared = Coordinator.compare(
                List.of(
                        said(POLICY, "answer_now", "credit", "20 USD"),
                        said(RESPONSE, "answer_now", "credit", "50 USD")),
                List.of(),
                false);

        assertEquals(
                List.of("credit of $20.00", "credit of $50.00"),
                List.copyOf(compared.disagreed().getFirst().byView().keySet()));
        assertEquals(List.of("policy", "response"), ids(compared));
    }

    @Test
    void theSameWayIsOfferedOnce() {
        var compared = Coordinator.compare(
                List.of(
                        said(POLICY, "answer_now", "nothing", ""),
                        said(TECHNICAL, "check_first", "no_view", ""),
                        said(RESPONSE, "answer_now", "nothing", "0 USD")),
                List.of(),
                false);

        assertEquals(List.of("policy", "technical"), ids(compared));
        assertEquals(
                List.of("Go with Policy and Response", "Go with Technical"),
                compared.choices().stream().map(Coordinator.Choice::label).toList());
    }

    @Test
    void whatIsBlockedIsShownAndNotOffered() {
        var compared = Coordinator.compare(
                List.of(said(POLICY, "answer_now", "nothing", ""), said(RESPONSE, "answer_now", "refund", "50 USD")),
                List.of("refund"),
                true);

        assertEquals(List.of(RESPONSE), compared.blockedSeats());
        assertEquals(List.of(Coordinator.KEEP, "policy"), ids(compared));
        assertEquals(2, compared.disagreed().getFirst().byView().size());
    }

    @Test
    void aBlockAloneIsToBeDecided() {
        var agreeing = List.of(said(POLICY, "answer_now", "nothing", ""), said(RESPONSE, "answer_now", "nothing", ""));

        assertEquals(List.of(Coordinator.KEEP), ids(Coordinator.compare(agreeing, List.of("other"), true)));
    }

    @Test
    void onlyTrueAgainstFalseIsAConflictAboutFacts() {
        var unsure = List.of(
                said(POLICY, "answer_now", "credit", "", sees("F1", "unsure"), sees("F2", "true")),
                said(RESPONSE, "answer_now", "credit", "", sees("F1", "true"), sees("F2", "true")));
        assertEquals(List.of(), Coordinator.contested(unsure));

        var against = Coordinator.compare(
                List.of(
                        said(TECHNICAL, "no_view", "no_view", "", sees("F1", "false")),
                        said(RESPONSE, "answer_now", "credit", "", sees("F1", "true"))),
                List.of(),
                false);
        assertEquals("F1", against.contested().getFirst().fact());
        assertEquals(List.of("response", Coordinator.FIND_OUT), ids(against));
        assertTrue(against.isToBeDecided());
    }
}
