package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthorityMatrixTest {
    private final AuthorityMatrix matrix = new AuthorityMatrix(money("100 USD"), money("1000 USD"));

    @Test
    void letsAnAgentGrantUpToTheLimitAlone() {
        assertEquals(new Ruling.Own(money("100 USD")), matrix.rule(refund("100 USD"), Optional.empty()));
    }

    @Test
    void countsSeveralSmallGrantsOfOneCaseTogether() {
        assertEquals(
                new Ruling.NeedsSupervisor(
                        "Together with the $95.00 granted alone in this case, $95.00 is above what an agent may grant"
                                + " alone ($100.00). One supervisor may grant up to $1,000.00."),
                matrix.after(money("95 USD")).rule(refund("95 USD"), Optional.empty()));
        assertEquals(
                new Ruling.Own(money("100 USD")),
                matrix.after(money("95 USD")).rule(refund("5 USD"), Optional.empty()));
    }

    @Test
    void asksASupervisorOneCentAboveTheLimit() {
        assertEquals(
                new Ruling.NeedsSupervisor("$100.01 is above what an agent may grant alone ($100.00)."
                        + " One supervisor may grant up to $1,000.00."),
                matrix.rule(refund("100.01 USD"), Optional.empty()));
    }

    @Test
    void asksTwoPeopleOneCentAboveTheSupervisorsLimit() {
        assertInstanceOf(Ruling.NeedsSupervisor.class, matrix.rule(refund("1000 USD"), Optional.empty()));
        assertEquals(
                new Ruling.NeedsTwoApprovers("$1,000.01 is above what an agent may grant alone ($100.00)."
                        + " Above $1,000.00 two different people must approve."),
                matrix.rule(refund("1000.01 USD"), Optional.empty()));
    }

    @Test
    void lowersTheLimitToWhatTheAgentStated() {
        assertEquals(
                new Ruling.NeedsSupervisor("$60.00 is not within the limit the agent stated ($50.00)."
                        + " One supervisor may grant up to $1,000.00."),
                matrix.rule(refund("60 USD"), Optional.of(money("50 USD"))));
        assertEquals(new Ruling.Own(money("50 USD")), matrix.rule(refund("50 USD"), Optional.of(money("50 USD"))));
    }

    @Test
    void neverRaisesTheLimitToWhatTheAgentStated() {
        assertInstanceOf(Ruling.NeedsSupervisor.class, matrix.rule(refund("150 USD"), Optional.of(money("300 USD"))));
    }

    @Test
    void cannotCompareALimitStatedInAnotherCurrency() {
        assertInstanceOf(Ruling.NeedsSupervisor.class, matrix.rule(refund("40 USD"), Optional.of(money("50 EUR"))));
    }

    @Test
    void neverConvertsCurrencies() {
        assertEquals(
                new Ruling.NeedsSupervisor("€20.00 is in another currency than the limits (USD); amounts are never"
                        + " converted, so a supervisor decides. One supervisor may grant up to €1,000.00."),
                matrix.rule(refund("20 EUR"), Optional.empty()));
        assertInstanceOf(Ruling.NeedsTwoApprovers.class, matrix.rule(refund("1000.01 EUR"), Optional.empty()));
        assertInstanceOf(Ruling.NeedsTwoApprovers.class, matrix.rule(refund("15000 JPY"), Optional.empty()));
    }

    @Test
    void countsTheSameNumberInACurrencyWithOtherDecimals() {
        assertEquals(
                Optional.of(money("1000 JPY")),
                matrix.approval(refund("5 JPY"), Optional.empty()).alone());
        assertEquals(
                Optional.of(money("1000 KWD")),
                matrix.approval(refund("5 KWD"), Optional.empty()).alone());
    }

    @Test
    void asksASupervisorForEveryException() {
        var exception = new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, money("5 USD"), "35 days");

        assertInstanceOf(Ruling.NeedsSupervisor.class, matrix.rule(exception, Optional.empty()));
    }

    @Test
    void asksASupervisorForEveryEscalation() {
        var escalation = new Ask.Escalation(Ask.Target.LEGAL, Ask.Urgency.NOW, "a lawyer wrote", "");

        assertEquals(
                new Ruling.NeedsSupervisor("An escalation to legal is always taken on by a supervisor."),
                matrix.rule(escalation, Optional.empty()));
    }

    @Test
    void allowsNothingForNothing() {
        assertTrue(matrix.rule(refund("0 USD"), Optional.empty()) instanceof Ruling.NotAllowed);
    }

    static Ask.Compensation refund(String amount) {
        return new Ask.Compensation(Ask.Kind.REFUND, money(amount), "Arrived damaged twice");
    }

    static Money money(String amount) {
        return Money.parse(amount).orElseThrow();
    }
}
