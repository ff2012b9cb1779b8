package dev.cowork.proposal;

import dev.cowork.workspace.Money;

/// What the authority matrix says to an ask by a person of a role, as of now. Computed by code from settings, never by
/// the partner.
public sealed interface Ruling {
    /// The person may decide it alone.
    record Own(Money limit) implements Ruling {}

    record NeedsSupervisor(String rule) implements Ruling {}

    record NeedsTwoApprovers(String rule) implements Ruling {}

    /// Nobody may: the rule says why.
    record NotAllowed(String rule) implements Ruling {}
}
