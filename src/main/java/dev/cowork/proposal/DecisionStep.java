package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One step of deciding a proposal. Written once, never changed.
@Entity
@Table(name = "proposal_decision")
class DecisionStep {
    @Embeddable
    record Id(String workspace, UUID proposal, int step) {}

    /// Who decides what, before it is written.
    ///
    /// @param role in which: whoever decides in their own authority does so as an agent
    record Draft(
            Position by,
            Role role,
            ProposalDecided.Verdict verdict,
            String words,
            Ask granted,
            Approval approval,
            String gesture) {}

    @EmbeddedId
    private Id id;

    private int version;

    @Column(name = "payload_sha256")
    private String payloadSha256;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "decided_by")
    private String decidedBy;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String title;

    @Enumerated(EnumType.STRING)
    private ProposalDecided.Verdict verdict;

    private String words;

    @Enumerated(EnumType.STRING)
    @Column(name = "granted_kind")
    private Ask.@Nullable Kind grantedKind;

    @Column(name = "granted_minor")
    private @Nullable Long grantedMinor;

    @Column(name = "granted_currency")
    private @Nullable String grantedCurrency;

    private int requires;

    @Column(name = "limit_minor")
    private @Nullable Long limitMinor;

    @Column(name = "limit_currency")
    private @Nullable String limitCurrency;

    private String rule;

    @Embedded
    private @Nullable RuleRef ruledBy;

    private String gesture;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway")
    DecisionStep() {}

    static DecisionStep of(Proposal proposal, int step, Draft draft, Instant at) {
        var decision = new DecisionStep();
        decision.id = new Id(proposal.key().workspace(), proposal.key().id(), step);
        decision.version = proposal.version();
        decision.payloadSha256 = proposal.payloadSha256();
        decision.createdBy = proposal.createdBy().value();
        decision.decidedBy = draft.by().member().value();
        decision.role = draft.role();
        decision.title = draft.by().title();
        decision.verdict = draft.verdict();
        decision.words = draft.words();
        decision.requires = draft.approval().requires();
        decision.rule = draft.approval().rule();
        decision.ruledBy = draft.approval().by();
        decision.gesture = draft.gesture();
        decision.decidedAt = at;
        decision.grant(draft);
        return decision;
    }

    private void grant(Draft draft) {
        if (draft.granted() instanceof Ask.Compensation(var kind, var amount, var _)
                && draft.verdict() != ProposalDecided.Verdict.DECLINED) {
            grantedKind = kind;
            grantedMinor = amount.minor();
            grantedCurrency = amount.currency().getCurrencyCode();
        }
        draft.approval().alone().ifPresent(limit -> {
            limitMinor = limit.minor();
            limitCurrency = limit.currency().getCurrencyCode();
        });
    }

    /// What this step granted, for the reason given in the ask.
    Ask granted(Ask asked) {
        if (grantedKind == null || grantedMinor == null || grantedCurrency == null) {
            return asked;
        }
        var amount = new Money(grantedMinor, Currency.getInstance(grantedCurrency));
        return new Ask.Compensation(grantedKind, amount, asked.reason());
    }

    Id id() {
        return id;
    }

    MemberId by() {
        return new MemberId(decidedBy);
    }

    /// What the decider was at that moment.
    Role role() {
        return role;
    }

    ProposalDecided.Verdict verdict() {
        return verdict;
    }

    boolean isGrant() {
        return verdict != ProposalDecided.Verdict.DECLINED;
    }

    String words() {
        return words;
    }

    String rule() {
        return rule;
    }

    /// Where the rule stands.
    RuleRef ruledBy() {
        return ruledBy == null ? RuleRef.NONE : ruledBy;
    }

    String gesture() {
        return gesture;
    }

    Instant at() {
        return decidedAt;
    }
}
