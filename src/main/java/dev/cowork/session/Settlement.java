package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalDecided;
import dev.cowork.workspace.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a proposal of the session ended. What was granted may be promised.
@Entity
@Table(name = "settlement")
class Settlement {
    @Id
    private UUID id;

    private String workspace;
    private UUID session;
    private String kind;

    @Column(name = "amount_minor")
    private @Nullable Long amountMinor;

    @Column(name = "amount_currency")
    private @Nullable String amountCurrency;

    private boolean granted;

    @Column(name = "decided_at")
    private Instant decidedAt;

    Settlement() {}

    Settlement(Session session, ProposalDecided decided) {
        this.id = decided.proposal().value();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.granted = switch (decided.verdict()) {
            case APPROVED, APPROVED_WITH_CHANGES, OWN_AUTHORITY -> true;
            case DECLINED, EXPIRED -> false;
        };
        this.decidedAt = decided.at();
        switch (decided.granted()) {
            case Ask.Compensation it -> {
                kind = it.kind().name();
                amountMinor = it.amount().minor();
                amountCurrency = it.amount().currency().getCurrencyCode();
            }
            case Ask.Escalation _ -> kind = "ESCALATION";
        }
    }

    boolean isGranted() {
        return granted;
    }

    /// What kind of compensation; empty for an escalation.
    Optional<Ask.Kind> compensation() {
        return Ask.Kind.of(kind);
    }

    Optional<Money> amount() {
        return Session.money(amountMinor, amountCurrency);
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
