package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says who may decide an approach, by the authority matrix: from what the partner says it grants and from our own
/// reading of it, whichever is stricter. The partner has no say in the label.
@ApplicationScoped
class LabellingApproach {
    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b(?:(?:make|grant|as) an exception|policy exception|waive|bend the rules?|outside (?:of )?(?:our |the )?policy)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String COST_UNKNOWN = "Needs a supervisor: nobody has said yet what it costs.";

    private final Asking asking;
    private final AmountText amounts;
    private final Settings settings;

    LabellingApproach(Asking asking, AmountText amounts, Settings settings) {
        this.asking = asking;
        this.amounts = amounts;
        this.settings = settings;
    }

    /// @param by whose authority counts
    String label(Session session, MemberId by, Move.OfferApproaches.Approach approach) {
        if (approach.grants().equals("escalation")) {
            return label(
                    session,
                    by,
                    new Ask.Escalation(
                            Ask.Target.SUPERVISOR, "", Ask.Need.DECISION, Ask.Urgency.TODAY, approach.title(), ""));
        }
        var told = approach.title() + "\n" + approach.summary();
        var amount = amounts.highestIn(session.workspace(), approach.cost() + "\n" + told)
                .filter(it -> it.minor() > 0);
        var kind = EXCEPTION.matcher(told).find()
                ? Optional.of(Ask.Kind.POLICY_EXCEPTION)
                : Ask.Kind.of(approach.grants());
        if (kind.equals(Optional.of(Ask.Kind.POLICY_EXCEPTION))) {
            var worth = amount.or(session::amount)
                    .orElseGet(() -> new Money(
                            1, settings.agentLimit(session.workspace()).currency()));
            return label(session, by, new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, worth, approach.title()));
        }
        if (kind.isPresent() && amount.or(session::amount).isEmpty()) {
            return COST_UNKNOWN;
        }
        var granted = kind.isPresent() ? amount.or(session::amount) : amount;
        return granted.map(it ->
                        label(session, by, new Ask.Compensation(kind.orElse(Ask.Kind.GESTURE), it, approach.title())))
                .orElse(Rulings.OWN);
    }

    private String label(Session session, MemberId by, Ask ask) {
        return Rulings.label(asking.rulingOn(session, by, new Asking.What(ask, Asking.usual(session))));
    }
}
