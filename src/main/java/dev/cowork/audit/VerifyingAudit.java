package dev.cowork.audit;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Posting;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks through a long chain and tells the person who asked.
@ApplicationScoped
class VerifyingAudit implements Errand {
    static final String KIND = "audit-verify";

    private final AuditChain chain;
    private final Posting posting;

    VerifyingAudit(AuditChain chain, Posting posting) {
        this.chain = chain;
        this.posting = posting;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var finding = chain.verify(delivery.workspace());
        QuarkusTransaction.requiringNew()
                .run(() -> posting.say(
                        delivery.workspace(),
                        delivery.body(),
                        Key.of(delivery.key(), "found"),
                        FindingCard.of(finding)));
    }
}
