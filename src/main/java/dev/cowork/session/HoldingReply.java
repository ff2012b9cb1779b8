package dev.cowork.session;

import dev.cowork.proposal.ProposalBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// What the partner is asked for where a draft is locked: words that can go out now, with the deadline that is true.
@ApplicationScoped
class HoldingReply {
    private static final String WISH =
            "Write me a holding reply that I can send now: it acknowledges and promises" + " nothing.";

    private final ProposalBook proposals;
    private final InstantSource clock;

    HoldingReply(ProposalBook proposals, InstantSource clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /// The deadline is that of the last decision still awaited.
    String wish(Session session) {
        var now = clock.instant();
        return proposals.ofSession(session.workspace(), session.id().toString()).stream()
                .filter(entry -> entry.state() == ProposalBook.State.OPEN
                        && entry.expiresAt().isAfter(now))
                .map(ProposalBook.Entry::expiresAt)
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .map(until -> WISH + " The decision is due within " + AfterDecision.shown(Duration.between(now, until))
                        + ": tell them that they hear from us by then, and name no shorter time.")
                .orElse(WISH + " Nothing was sent to be decided yet, so name no time for a decision.");
    }
}
