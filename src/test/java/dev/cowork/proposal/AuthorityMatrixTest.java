package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.proposal.AuthorityMatrix.Counted;
import dev.cowork.proposal.authority.Cap;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Covers;
import dev.cowork.proposal.authority.Line;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorityMatrixTest {
    private final AuthorityMatrix matrix = of(Matrix.first(1, money("100 USD"), money("1000 USD")), Counted.NOTHING);

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
                after(money("95 USD")).rule(refund("95 USD"), Optional.empty()));
        assertEquals(new Ruling.Own(money("100 USD")), after(money("95 USD")).rule(refund("5 USD"), Optional.empty()));
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
        for (var amount : List.of("20 EUR", "15000 JPY")) {
            assertInstanceOf(Ruling.NeedsTwoApprovers.class, matrix.rule(refund(amount), Optional.empty()));
        }
        assertEquals(
                new Ruling.NeedsTwoApprovers(
                        "No rule is in EUR and amounts are never converted, so two different people"
                                + " must approve €20.00."),
                matrix.rule(refund("20 EUR"), Optional.empty()));
    }

    @Test
    void aParticularLineComesBeforeAGeneralOne() {
        var rules = with(
                alone(Covers.ANY, null, Outside.SLIGHTLY, 10_000),
                alone(Covers.REFUND, null, Outside.WITHIN, 3_000),
                alone(Covers.ANY, Tier.HIGH_VALUE, Outside.WITHIN, 50_000));

        assertEquals(new Ruling.Own(money("30 USD")), rules.rule(refund("30 USD"), Optional.empty()));
        assertInstanceOf(Ruling.NeedsSupervisor.class, rules.rule(refund("31 USD"), Optional.empty()));
        var farther = new Circumstances("", Tier.STANDARD, Outside.SLIGHTLY);
        assertEquals(new Ruling.Own(money("100 USD")), in(rules, farther).rule(refund("31 USD"), Optional.empty()));
        var far = new Circumstances("", Tier.STANDARD, Outside.FAR);
        assertEquals(
                new Ruling.NeedsSupervisor("No rule lets an agent grant $5.00 alone (standard customer, far outside"
                        + " policy). One supervisor may grant up to $1,000.00."),
                in(rules, far).rule(refund("5 USD"), Optional.empty()));
    }

    @Test
    void capsCountWhatWasGrantedBefore() {
        var cap = new Cap(Cap.Counts.CUSTOMER, May.GRANT_ALONE, "USD", 10_000, 30);
        var counted = new Counted(Optional.empty(), List.of(new Matrices.Used(cap, money("80 USD"))), List.of());

        assertEquals(
                new Ruling.NeedsSupervisor("With the $80.00 granted alone to this customer, $20.01 is above the cap of"
                        + " $100.00 in 30 days. One supervisor may grant up to $1,000.00."),
                of(matrix.matrix(), counted).rule(refund("20.01 USD"), Optional.empty()));
        assertInstanceOf(Ruling.Own.class, of(matrix.matrix(), counted).rule(refund("20 USD"), Optional.empty()));
    }

    @Test
    void saysSoWhereNobodyMay() {
        var rules = of(new Matrix(3, List.of(approve(Role.SUPERVISOR, 10_000L, 20_000L)), List.of()), Counted.NOTHING);

        assertInstanceOf(Ruling.NeedsTwoApprovers.class, rules.rule(refund("200 USD"), Optional.empty()));
        assertEquals(
                new Ruling.NotAllowed(
                        "No rule lets anybody here approve Refund · $200.01. An administrator can add one in"
                                + " App Home."),
                rules.rule(refund("200.01 USD"), Optional.empty()));
    }

    @Test
    void aManagerMayBeWorthMoreThanASupervisor() {
        var matrix = new Matrix(
                3, List.of(approve(Role.SUPERVISOR, 10_000L, null), approve(Role.MANAGER, 90_000L, null)), List.of());
        var approving = new Approving(matrix, Circumstances.USUAL, List.of());

        assertEquals(
                "rule 2 of version 3", approval(approving, Role.MANAGER).by().shown());
        assertEquals(1, approval(approving, Role.MANAGER).requires());
        assertEquals(2, approval(approving, Role.SUPERVISOR).requires());
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
                new Ruling.NeedsSupervisor(
                        "An escalation to legal grants nothing: one supervisor, or whoever it is led to, takes it on."),
                matrix.rule(escalation, Optional.empty()));
    }

    @Test
    void allowsNothingForNothing() {
        assertTrue(matrix.rule(refund("0 USD"), Optional.empty()) instanceof Ruling.NotAllowed);
    }

    private static Approval approval(Approving approving, Role role) {
        var needed = approving.by(new Position(new MemberId("USAM"), role, "", false, false), refund("500 USD"));
        return assertInstanceOf(AuthorityMatrix.Needed.Somebody.class, needed).approval();
    }

    private static Line alone(Covers kind, @Nullable Tier tier, Outside outside, long minor) {
        return new Line(Role.AGENT, "", May.GRANT_ALONE, kind, tier, outside, "USD", minor, null);
    }

    private static Line approve(Role role, long alone, @Nullable Long together) {
        return new Line(role, "", May.APPROVE, Covers.ANY, null, Outside.FAR, "USD", alone, together);
    }

    private AuthorityMatrix with(Line... lines) {
        var all = Stream.concat(
                        Stream.of(lines), matrix.matrix().lines().stream().skip(1))
                .toList();
        return of(new Matrix(2, all, List.of()), Counted.NOTHING);
    }

    private static AuthorityMatrix in(AuthorityMatrix rules, Circumstances circumstances) {
        return new AuthorityMatrix(rules.matrix(), rules.asker(), circumstances, rules.counted());
    }

    private AuthorityMatrix after(Money alone) {
        return of(matrix.matrix(), new Counted(Optional.of(alone), List.of(), List.of()));
    }

    private static AuthorityMatrix of(Matrix matrix, Counted counted) {
        return new AuthorityMatrix(
                matrix, new Position(new MemberId("UANA"), Role.AGENT, "", false, false), Circumstances.USUAL, counted);
    }

    /// What the first matrix needs to approve it.
    static Approval approval(Ask ask) {
        var needed = of(Matrix.first(1, money("100 USD"), money("1000 USD")), Counted.NOTHING)
                .asked(ask, Optional.empty());
        return ((AuthorityMatrix.Needed.Somebody) needed).approval();
    }

    static Ask.Compensation refund(String amount) {
        return new Ask.Compensation(Ask.Kind.REFUND, money(amount), "Arrived damaged twice");
    }

    static Money money(String amount) {
        return Money.parse(amount).orElseThrow();
    }
}
