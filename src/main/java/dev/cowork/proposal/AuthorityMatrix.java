package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Covers;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import java.util.List;
import java.util.Optional;

/// Who may grant what was asked for, in one case. Whoever works a ticket has an agent's authority, supervisors too:
/// nobody grants alone what another could check.
///
/// @param asker what the person is who asks; only a named role of theirs counts
/// @param counted what was granted before and counts
record AuthorityMatrix(Matrix matrix, Position asker, Circumstances circumstances, Counted counted) {
    /// @param inCase granted alone in this case: several small grants are one large one
    /// @param alone the caps on what is granted alone
    /// @param approved the caps on what is approved
    record Counted(Optional<Money> inCase, List<Matrices.Used> alone, List<Matrices.Used> approved) {
        static final Counted NOTHING = new Counted(Optional.empty(), List.of(), List.of());
    }

    /// @param ownLimit what the agent said they may grant; lowers the limit, never raises it
    Ruling rule(Ask ask, Optional<Money> ownLimit) {
        if (ask instanceof Ask.Compensation it && it.amount().minor() == 0) {
            return new Ruling.NotAllowed("Nothing can be granted: the amount must be more than 0.");
        }
        if (ask instanceof Ask.Compensation it && isOwn(it, ownLimit)) {
            return new Ruling.Own(limit(line(it).orElseThrow(), ownLimit));
        }
        return switch (asked(ask, ownLimit)) {
            case Needed.Nobody(var why) -> new Ruling.NotAllowed(why);
            case Needed.Somebody(var approval) ->
                approval.requires() == 1
                        ? new Ruling.NeedsSupervisor(approval.rule())
                        : new Ruling.NeedsTwoApprovers(approval.rule());
        };
    }

    /// Whose yes the ask needs once it waits for one, whoever asked.
    Needed asked(Ask ask, Optional<Money> ownLimit) {
        return switch (ask) {
            case Ask.Escalation it -> new Approving(matrix, circumstances, counted.approved()).takesOn(it);
            case Ask.Compensation it ->
                new Approving(matrix, circumstances, counted.approved())
                        .needs(it, new NotAlone(matrix, asker.title(), circumstances, counted).why(it, ownLimit));
        };
    }

    sealed interface Needed {
        record Somebody(Approval approval) implements Needed {}

        record Nobody(String why) implements Needed {}
    }

    /// What the agent decides alone: the words of the rule and the limit.
    Approval own(Ask.Compensation ask, Optional<Money> ownLimit) {
        var rule = line(ask).orElseThrow();
        var limit = limit(rule, ownLimit);
        return new Approval(
                1,
                Optional.of(limit),
                "%s is within what %s may grant alone (%s)."
                        .formatted(ask.amount().shown(), NotAlone.who(rule.line()), limit.shown()),
                matrix.version(),
                rule.number());
    }

    private boolean isOwn(Ask.Compensation ask, Optional<Money> ownLimit) {
        return line(ask).isPresent()
                && new NotAlone(matrix, asker.title(), circumstances, counted).isNothingAgainst(ask, ownLimit);
    }

    private Optional<Matrix.Rule> line(Ask.Compensation ask) {
        return matrix.rule(
                Role.AGENT,
                asker.title(),
                new Matrix.Query(
                        May.GRANT_ALONE,
                        Covers.of(ask),
                        circumstances.tier(),
                        circumstances.outside(),
                        ask.amount().currency()));
    }

    private static Money limit(Matrix.Rule rule, Optional<Money> ownLimit) {
        var most = rule.line().alone().orElseThrow();
        return ownLimit.filter(own -> own.isWithin(most)).orElse(most);
    }
}
