package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.workspace.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/// What the authority matrix needs to know of a case, as it stands in a row.
///
/// @param customerKey a hash by which grants to one customer are counted together; empty where none is named
@Embeddable
record CountedCase(
        @Column(name = "customer_key") String customerKey,
        @Enumerated(EnumType.STRING) Tier tier,
        @Enumerated(EnumType.STRING) Outside outside) {
    static CountedCase of(Circumstances circumstances) {
        return new CountedCase(key(circumstances), circumstances.tier(), circumstances.outside());
    }

    static String key(Circumstances circumstances) {
        return circumstances.counted().isEmpty() ? "" : Sha256.of(circumstances.counted());
    }

    /// Without the customer's name, which is not kept here.
    Circumstances circumstances() {
        return new Circumstances("", tier, outside);
    }
}
