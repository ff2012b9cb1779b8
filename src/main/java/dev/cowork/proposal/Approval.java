package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// Whose yes an ask needs.
///
/// @param requires how many different people must approve: 1 or 2
/// @param alone what one of them may grant alone, in the currency asked for; empty where no money is asked for, and
///     where no rule speaks of that currency
/// @param rule in plain words, written on the decision
/// @param by where the rule stands
record Approval(int requires, Optional<Money> alone, String rule, RuleRef by) {
    Approval(int requires, Optional<Money> alone, String rule, int version, int line) {
        this(requires, alone, rule, new RuleRef(version, line));
    }

    /// The same with at least as many approvers.
    Approval atLeast(int approvers, String otherRule) {
        return new Approval(Math.max(requires, approvers), alone, otherRule, by);
    }
}
