package dev.cowork.proposal;

import dev.cowork.proposal.authority.Cap;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Covers;
import dev.cowork.proposal.authority.Line;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why the person who asks may not grant it alone.
///
/// @param title the named role of the person who asks; empty where they have none
record NotAlone(Matrix matrix, String title, Circumstances circumstances, AuthorityMatrix.Counted counted) {
    boolean isNothingAgainst(Ask.Compensation ask, Optional<Money> ownLimit) {
        return against(ask, ownLimit).isEmpty();
    }

    /// In a sentence.
    String why(Ask.Compensation ask, Optional<Money> ownLimit) {
        return against(ask, ownLimit).orElse("It could be granted alone, and a second opinion was asked for.");
    }

    private Optional<String> against(Ask.Compensation ask, Optional<Money> ownLimit) {
        var amount = ask.amount();
        var rule = rule(ask);
        if (rule.isEmpty()) {
            return Optional.of(noRule(ask));
        }
        var line = rule.orElseThrow().line();
        var most = line.alone().orElseThrow();
        if (!amount.isWithin(most)) {
            return Optional.of(
                    "%s is above what %s may grant alone (%s).".formatted(amount.shown(), who(line), most.shown()));
        }
        var together = together(amount, counted.inCase());
        if (ownLimit.filter(own -> !amount.isWithin(own)).isPresent()) {
            return Optional.of("%s is not within the limit the agent stated (%s)."
                    .formatted(amount.shown(), ownLimit.orElseThrow().shown()));
        }
        if (!together.isWithin(most) || !ownLimit.stream().allMatch(together::isWithin)) {
            return Optional.of(
                    "Together with the %s granted alone in this case, %s is above what %s may grant alone (%s)."
                            .formatted(
                                    counted.inCase().orElseThrow().shown(),
                                    amount.shown(),
                                    who(line),
                                    ownLimit.filter(own -> own.isWithin(most))
                                            .orElse(most)
                                            .shown()));
        }
        return above(amount, counted.alone());
    }

    /// The first cap that the amount would go above.
    static Optional<String> above(Money amount, List<Matrices.Used> caps) {
        return caps.stream()
                .filter(it -> !together(amount, Optional.of(it.used()))
                        .isWithin(it.cap().most()))
                .map(it -> "With the %s %s, %s is above the cap of %s in %d days."
                        .formatted(
                                it.used().shown(),
                                counted(it.cap()),
                                amount.shown(),
                                it.cap().most().shown(),
                                it.cap().days()))
                .findFirst();
    }

    private static String counted(Cap cap) {
        return switch (cap.counts()) {
            case CUSTOMER ->
                cap.may() == May.GRANT_ALONE ? "granted alone to this customer" : "granted to this customer";
            case PERSON -> cap.may() == May.GRANT_ALONE ? "granted alone by this agent" : "approved by this person";
        };
    }

    private Optional<Matrix.Rule> rule(Ask.Compensation ask) {
        return matrix.rule(
                Role.AGENT,
                title,
                new Matrix.Query(
                        May.GRANT_ALONE,
                        Covers.of(ask),
                        circumstances.tier(),
                        circumstances.outside(),
                        ask.amount().currency()));
    }

    private String noRule(Ask.Compensation ask) {
        if (ask.kind() == Ask.Kind.POLICY_EXCEPTION) {
            return "A policy exception always needs a supervisor, whatever it costs.";
        }
        return "No rule lets an agent grant %s alone (%s customer, %s)."
                .formatted(
                        ask.amount().shown(),
                        Words.inside(circumstances.tier()),
                        Words.outside(circumstances.outside()).toLowerCase(Locale.ROOT));
    }

    /// `an agent`, `somebody of Finance`.
    static String who(Line line) {
        return line.title().isEmpty()
                ? (line.role() == Role.AGENT ? "an " : "a ") + line.role().inside()
                : "somebody of " + line.title();
    }

    static Money together(Money amount, Optional<Money> before) {
        return before.filter(it -> it.currency().equals(amount.currency()))
                .map(it -> new Money(Math.addExact(amount.minor(), it.minor()), amount.currency()))
                .orElse(amount);
    }
}
