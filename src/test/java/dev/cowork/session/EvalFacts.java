package dev.cowork.session;

import java.time.Instant;

/// The ledger as it would stand after what was told.
final class EvalFacts {
    private static final Session ANY = Session.open(
            NewSession.fromText(
                    new dev.cowork.workspace.WorkspaceId("T1"),
                    new dev.cowork.workspace.MemberId("UANA"),
                    NewSession.Place.channel("C1"),
                    ""),
            Instant.EPOCH);

    private EvalFacts() {}

    static Fact told(String sentence) {
        return new Fact(ANY, Standing.CUSTOMER_SAID, sentence, Instant.EPOCH);
    }
}
