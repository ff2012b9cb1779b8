package dev.cowork.proposal;

import java.util.UUID;

/// A proposal's id, the same wherever it is shown.
public record ProposalId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
