package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// Ends what nobody decided in time. Time is nobody's refusal: what expired can be renewed.
@ApplicationScoped
class Expiring {
    private static final int AT_ONCE = 100;
    private final Proposals proposals;
    private final Ending ending;
    private final Audit audit;
    private final InstantSource clock;

    Expiring(Proposals proposals, Ending ending, Audit audit, InstantSource clock) {
        this.proposals = proposals;
        this.ending = ending;
        this.audit = audit;
        this.clock = clock;
    }

    /// Expires what is overdue, each in a transaction of its own. To be called every few seconds, outside any
    /// transaction; any number of processes may call it at once.
    ///
    /// @return how many expired
    int expireDue() {
        var now = clock.instant();
        var due = QuarkusTransaction.requiringNew().call(() -> proposals.overdue(now, AT_ONCE));
        var expired = 0;
        for (var key : due) {
            if (QuarkusTransaction.requiringNew().call(() -> expire(key))) {
                expired++;
            }
        }
        return expired;
    }

    private boolean expire(ProposalKey key) {
        return proposals.locked(key).filter(this::ifOverdue).isPresent();
    }

    /// Expires the locked proposal where its time is over.
    boolean ifOverdue(Proposal proposal) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!proposal.isOverdue(now)) {
            return false;
        }
        expire(proposal, now);
        return true;
    }

    private void expire(Proposal proposal, Instant now) {
        proposal.expire(now);
        ending.byTime(proposal, now);
        audit.write(new Audit.Fact(
                proposal.key(),
                "expired",
                new MemberId("system"),
                now,
                Map.of("before", "OPEN", "after", "EXPIRED", "version", Integer.toString(proposal.version()))));
    }
}
