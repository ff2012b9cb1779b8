package dev.cowork.proposal.precedent;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A decided case to be kept. All words in it are anonymised already.
///
/// @param kind what was granted, or asked for where it was declined
/// @param granted in the currency of `asked`; empty where it was declined
/// @param reason what the decider wrote
/// @param about why it was asked for
/// @param facts all that was known
public record Case(
        WorkspaceId workspace,
        UUID proposal,
        String kind,
        Money asked,
        Optional<Money> granted,
        String verdict,
        String role,
        String rule,
        String reason,
        String about,
        String facts,
        Instant at) {
    public Case {
        if (granted.filter(it -> !it.currency().equals(asked.currency())).isPresent()) {
            throw new IllegalArgumentException("asked for in " + asked.currency() + " and granted in another currency");
        }
    }

    @Override
    public String toString() {
        return "Case[" + workspace + ", " + proposal + ", " + verdict + "]";
    }
}
