package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// Whose yes an ask needs.
///
/// @param requires how many different people must approve: 1 or 2
/// @param alone what one of them may grant alone, in the currency asked for; empty where no money is asked for
/// @param rule in plain words, written on the decision
record Approval(int requires, Optional<Money> alone, String rule) {}
