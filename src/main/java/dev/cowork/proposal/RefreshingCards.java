package dev.cowork.proposal;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.workspace.MemberId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/// Shows what waits for somebody anew, because they went away or came back: card by card, each in a transaction of its
/// own.
@ApplicationScoped
class RefreshingCards implements Errand {
    static final String KIND = "cards";
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
        var member = new MemberId(delivery.body().split(" ")[0]);
        QuarkusTransaction.requiringNew()
                .call(() -> proposals.waitingFor(delivery.workspace(), member, MOST).stream()
                        .map(Proposal::key)
                        .toList())
                .forEach(key -> QuarkusTransaction.requiringNew()
                        .run(() -> proposals
                                .locked(key)
                                .filter(Proposal::isOpen)
                                .ifPresent(proposal -> {
                                    showing.goesOnWhereDeserted(proposal);
                                    showing.again(proposal, delivery.key().value());
                                })));
    }
}
