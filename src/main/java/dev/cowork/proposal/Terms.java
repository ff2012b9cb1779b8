package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An [Ask] as it stands in a row.
@Embeddable
class Terms {
    private String ask = "";

    @Enumerated(EnumType.STRING)
    private Ask.@Nullable Kind kind;

    @Column(name = "amount_minor")
    private @Nullable Long amountMinor;

    private @Nullable String currency;

    @Enumerated(EnumType.STRING)
    private Ask.@Nullable Target target;

    @Enumerated(EnumType.STRING)
    private Ask.@Nullable Urgency urgency;

    @Column(name = "target_group")
    private @Nullable String group;

    @Enumerated(EnumType.STRING)
    private Ask.@Nullable Need need;

    private String reason = "";

    @Column(name = "holding_reply")
    private String holdingReply = "";

    Terms() {}

    static Terms of(Ask wanted) {
        var terms = new Terms();
        terms.reason = wanted.reason();
        switch (wanted) {
            case Ask.Compensation(var kind, var amount, var _) -> {
                terms.ask = "COMPENSATION";
                terms.kind = kind;
                terms.amountMinor = amount.minor();
                terms.currency = amount.currency().getCurrencyCode();
            }
            case Ask.Escalation(var to, var group, var need, var urgency, var _, var holdingReply) -> {
                terms.group = group.isEmpty() ? null : group;
                terms.need = need;
                terms.ask = "ESCALATION";
                terms.target = to;
                terms.urgency = urgency;
                terms.holdingReply = holdingReply;
            }
        }
        return terms;
    }

    Ask toAsk() {
        if (kind != null && amountMinor != null && currency != null) {
            return new Ask.Compensation(kind, new Money(amountMinor, Currency.getInstance(currency)), reason);
        }
        var to = Objects.requireNonNull(target);
        return new Ask.Escalation(
                to,
                Objects.requireNonNullElse(group, ""),
                need == null ? Ask.Need.usualFor(to) : need,
                Objects.requireNonNull(urgency),
                reason,
                holdingReply);
    }

    /// The same for the same terms and different for any others: each part carries its length.
    String sha256() {
        var canonical = Stream.of(ask, kind, amountMinor, currency, target, group, need, urgency, reason, holdingReply)
                .map(part -> Objects.toString(part, ""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return Sha256.of(canonical);
    }
}
