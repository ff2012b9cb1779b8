package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Somebody comes to a ticket as agent: from then on they decide nothing of what waits in it. What they approved before
/// stays approved.
@ApplicationScoped
class TakingPart {
    /// What expired can be renewed and decided then.
    private static final Set<Proposal.State> WAITING = EnumSet.of(Proposal.State.OPEN, Proposal.State.EXPIRED);

    private final Proposals proposals;
    private final Showing showing;
    private final Audit audit;
    private final InstantSource clock;

    TakingPart(Proposals proposals, Showing showing, Audit audit, InstantSource clock) {
        this.proposals = proposals;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /// In the caller's transaction.
    void takePart(WorkspaceId workspace, String session, MemberId member) {
        proposals.keysOfSession(workspace, session).stream()
                .flatMap(key -> proposals.locked(key).stream())
                .filter(proposal -> WAITING.contains(proposal.state()) && !proposal.tookPart(member))
                // All are held before the first is written down: who holds one of them waits for the end of the record.
                .toList()
                .forEach(proposal -> takePart(proposal, member));
    }

    /// The ticket's session is closed, in the caller's transaction: what is still asked there says so.
    void leave(WorkspaceId workspace, String session) {
        proposals.keysOfSession(workspace, session).stream()
                .flatMap(key -> proposals.locked(key).stream())
                .filter(showing::asks)
                .forEach(showing::leave);
    }

    private void takePart(Proposal proposal, MemberId member) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        proposals.takePart(proposal, member, now);
        showing.again(proposal, "part/" + member);
        showing.warnWhereTooFewAreLeft(proposal, "part/" + member);
        audit.write(new Audit.Fact(
                proposal.key(), "joined", member, now, Map.of("version", Integer.toString(proposal.version()))));
    }
}
