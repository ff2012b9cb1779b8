package dev.cowork.session;

import dev.cowork.workspace.Money;
import java.util.Optional;

/// What the opening may say about the ticket beside its story. Empty words where nothing was said.
///
/// @param ownLimit what the agent says they may grant alone; the matrix's limit still binds
/// @param confidence 1 to 5: how sure the agent is of handling it
record Ticket(
        String reference,
        String customer,
        Optional<Money> amount,
        Optional<Money> ownLimit,
        Optional<Integer> confidence) {
    static final Ticket NONE = new Ticket("", "", Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "Ticket[" + amount + "]";
    }
}
