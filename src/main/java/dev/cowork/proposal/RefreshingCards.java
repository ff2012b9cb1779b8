package dev.cowork.proposal;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Shows what waits anew, because somebody went away or came back, or others may decide it: card by card, each in a
/// transaction of its own.
@ApplicationScoped
class RefreshingCards implements Errand {
    static final String KIND = "cards";
    /// Stands for a member where it concerns everybody.
    static final String ALL = "all";

    private static final int MOST = 1000;

    private final Proposals proposals;
    private final Showing showing;

    RefreshingCards(Proposals proposals, Showing showing) {
        this.proposals = proposals;
        this.showing = showing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var whom = delivery.body().split(" ")[0];
        QuarkusTransaction.requiringNew()
                .call(() -> waiting(delivery.workspace(), whom))
                .forEach(key -> QuarkusTransaction.requiringNew()
                        .run(() -> refresh(key, delivery.key().value())));
    }

    private List<ProposalKey> waiting(WorkspaceId workspace, String whom) {
        return whom.equals(ALL)
                ? proposals.openKeys(workspace)
                : proposals.waitingFor(workspace, new MemberId(whom), MOST).stream()
                        .map(Proposal::key)
                        .toList();
    }

    /// Joins the caller's transaction.
    ///
    /// @param cause once in the proposal's life
    void refresh(ProposalKey key, String cause) {
        proposals.locked(key).filter(Proposal::isOpen).ifPresent(proposal -> showing.anewFor(proposal, cause));
    }
}
