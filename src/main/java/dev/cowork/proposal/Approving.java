package dev.cowork.proposal;

import dev.cowork.proposal.AuthorityMatrix.Needed;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Covers;
import dev.cowork.proposal.authority.Line;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whose approval is needed, and what one person's approval is worth.
///
/// A currency that no line speaks of needs two approvers, because nobody here knows what an amount in it is worth.
/// Where lines speak of the currency and none of them of what is asked for, nobody may approve it.
///
/// @param caps on what is approved, and what counts against them
record Approving(Matrix matrix, Circumstances circumstances, List<Matrices.Used> caps) {
    Needed takesOn(Ask.Escalation ask) {
        return best(ask)
                .<Needed>map(rule -> new Needed.Somebody(escalation(ask, rule)))
                .orElseGet(() -> new Needed.Nobody("No rule lets anybody take on an escalation."));
    }

    /// @param why the agent may not grant it alone
    Needed needs(Ask.Compensation ask, String why) {
        var amount = ask.amount();
        if (!matrix.knows(amount.currency())) {
            return new Needed.Somebody(unknown(amount));
        }
        return best(ask)
                .filter(rule -> ends(rule, amount))
                .<Needed>map(rule -> new Needed.Somebody(approval(amount, rule, why + " ")))
                .orElseGet(() -> new Needed.Nobody(nobody(ask)));
    }

    /// What the yes of this person is worth; the reason where it is worth nothing.
    Needed by(Position decider, Ask ask) {
        // To take an escalation on grants nothing: whoever it leads to has been let in before.
        if (ask instanceof Ask.Escalation it && !decider.role().decides()) {
            return takesOn(it);
        }
        var rule = matrix.rule(decider.role(), decider.title(), query(ask));
        if (ask instanceof Ask.Compensation it && !matrix.knows(it.amount().currency())) {
            return new Needed.Somebody(unknown(it.amount()));
        }
        if (rule.isEmpty() || ask instanceof Ask.Compensation it && !ends(rule.orElseThrow(), it.amount())) {
            return new Needed.Nobody("As %s you may not approve %s: no rule of the authority matrix lets you."
                    .formatted(decider.shown(), Mrkdwn.ask(ask)));
        }
        return new Needed.Somebody(
                switch (ask) {
                    case Ask.Escalation it -> escalation(it, rule.orElseThrow());
                    case Ask.Compensation it -> approval(it.amount(), rule.orElseThrow(), "");
                });
    }

    private Approval approval(Money amount, Matrix.Rule rule, String why) {
        var alone = rule.line().alone().orElseThrow();
        var above = NotAlone.above(amount, caps);
        var isEnough = amount.isWithin(alone) && above.isEmpty();
        var words = isEnough
                ? "One %s may grant up to %s.".formatted(who(rule.line()), alone.shown())
                : above.map(it -> it + " Two different people must approve.")
                        .orElse("Above %s two different people must approve.".formatted(alone.shown()));
        return new Approval(isEnough ? 1 : 2, Optional.of(alone), why + words, matrix.version(), rule.number());
    }

    private Approval escalation(Ask.Escalation ask, Matrix.Rule rule) {
        return new Approval(
                1,
                Optional.empty(),
                "An escalation to " + ask.toWhom()
                        + " grants nothing: one supervisor, or whoever it is led to, takes it on.",
                matrix.version(),
                rule.number());
    }

    private Approval unknown(Money amount) {
        return new Approval(
                2,
                Optional.empty(),
                "No rule is in %s and amounts are never converted, so two different people must approve %s."
                        .formatted(amount.currency(), amount.shown()),
                matrix.version(),
                0);
    }

    private String nobody(Ask.Compensation ask) {
        return "No rule lets anybody here approve %s. An administrator can add one in App Home."
                .formatted(Mrkdwn.ask(ask));
    }

    private static boolean ends(Matrix.Rule rule, Money amount) {
        return rule.line().together().stream().allMatch(amount::isWithin);
    }

    /// The rule of whoever may grant the most alone.
    private Optional<Matrix.Rule> best(Ask ask) {
        return matrix.approving().stream()
                .map(line -> new Who(line.role(), line.title()))
                .distinct()
                .flatMap(who -> matrix.rule(who.role(), who.title(), query(ask)).stream())
                .filter(rule -> !(ask instanceof Ask.Compensation it) || ends(rule, it.amount()))
                .max(Comparator.<Matrix.Rule>comparingLong(
                                rule -> rule.line().alone().map(Money::minor).orElse(0L))
                        .thenComparing(Comparator.comparing(Matrix.Rule::number).reversed()));
    }

    private record Who(Role role, String title) {}

    private Matrix.Query query(Ask ask) {
        return new Matrix.Query(
                May.APPROVE,
                Covers.of(ask),
                circumstances.tier(),
                circumstances.outside(),
                ask instanceof Ask.Compensation it ? it.amount().currency() : null);
    }

    /// `supervisor`, `person of Finance`.
    private static String who(Line line) {
        return line.title().isEmpty() ? line.role().inside() : "person of " + line.title();
    }
}
