package dev.cowork.impact;

import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook.Begun;
import dev.cowork.proposal.ProposalDecided;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is counted of a proposal that came to its end: no words.
@Entity
@Table(name = "proposal_fact")
class ProposalFact {
    @Embeddable
    record Id(String workspace, UUID proposal) {}

    @EmbeddedId
    private Id id;

    private String ask;
    private @Nullable String kind;
    private String verdict;

    @Column(name = "by_other")
    private boolean byOther;

    private @Nullable String proposer;
    private String team;

    @Column(name = "granted_minor")
    private @Nullable Long grantedMinor;

    private @Nullable String currency;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway")
    ProposalFact() {}

    static ProposalFact of(Id id, Begun begun, String team) {
        var fact = new ProposalFact();
        fact.id = id;
        fact.proposer = begun.by().value();
        fact.team = team;
        fact.askedAt = begun.at();
        return fact;
    }

    /// It came to its end, or to another one after it was renewed.
    void end(ProposalDecided decided) {
        verdict = decided.verdict().name();
        byOther = decided.verdict() != ProposalDecided.Verdict.EXPIRED
                && !decided.by().value().equals(proposer);
        decidedAt = decided.at().isBefore(askedAt) ? askedAt : decided.at();
        kind = null;
        grantedMinor = null;
        currency = null;
        switch (decided.granted()) {
            case Ask.Compensation money -> {
                ask = "COMPENSATION";
                kind = money.kind().name();
                if (decided.verdict().isGrant()) {
                    grantedMinor = money.amount().minor();
                    currency = money.amount().currency().getCurrencyCode();
                }
            }
            case Ask.Escalation help -> {
                ask = "ESCALATION";
                kind = help.to().name();
            }
        }
    }
}
