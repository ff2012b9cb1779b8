package dev.cowork.proposal.precedent;

import dev.cowork.workspace.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One decided case, without anybody in it. Written once.
@Entity
@Table(name = "precedent")
class Precedent {
    @Embeddable
    record Of(String workspace, UUID proposal) {}

    @EmbeddedId
    private Of id;

    private String kind;
    private String currency;

    @Column(name = "asked_minor")
    private long askedMinor;

    @Column(name = "granted_minor")
    private @Nullable Long grantedMinor;

    private String verdict;
    private String role;
    private String rule;
    private String reason;
    private String about;
    private String facts;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private UUID alike;

    @SuppressWarnings("NullAway")
    Precedent() {}

    /// @param like the case it is like; empty where it is the first of its kind
    static Precedent of(Case decided, Optional<Precedent> like) {
        var precedent = new Precedent();
        precedent.id = new Of(decided.workspace().value(), decided.proposal());
        precedent.kind = decided.kind();
        precedent.currency = decided.asked().currency().getCurrencyCode();
        precedent.askedMinor = decided.asked().minor();
        precedent.grantedMinor = decided.granted().map(Money::minor).orElse(null);
        precedent.verdict = decided.verdict();
        precedent.role = decided.role();
        precedent.rule = decided.rule();
        precedent.reason = decided.reason();
        precedent.about = decided.about();
        precedent.facts = decided.facts();
        precedent.decidedAt = decided.at();
        precedent.alike = like.map(it -> it.alike).orElse(decided.proposal());
        return precedent;
    }

    UUID proposal() {
        return id.proposal();
    }

    boolean isGranted() {
        return grantedMinor != null;
    }

    Optional<Money> granted() {
        return Optional.ofNullable(grantedMinor).map(minor -> new Money(minor, Currency.getInstance(currency)));
    }

    String reason() {
        return reason;
    }

    String about() {
        return about;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
