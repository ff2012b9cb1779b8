package dev.cowork.proposal;

import java.util.Optional;
import java.util.UUID;

/// What a button on a card carries, and nothing else: which proposal, and which version of it was shown.
record CardRef(ProposalId proposal, int version) {
    String value() {
        return proposal + ":" + version;
    }

    /// Empty where the value is none of ours.
    static Optional<CardRef> read(String value) {
        var parts = value.split(":", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new CardRef(new ProposalId(UUID.fromString(parts[0])), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
