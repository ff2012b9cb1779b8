package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/// Says who may decide an approach, by the authority matrix: from what the partner says it grants and from our own
/// reading of it, whichever is stricter. The partner has no say in the label.
@ApplicationScoped
class LabellingApproach {
    static final String COST_UNKNOWN = "Needs a supervisor: nobody has said yet what it costs.";

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
        var told = approach.cost() + "\n" + approach.title() + "\n" + approach.summary();
        var priced = Priced.of(
                approach,
                amounts.highestIn(session.workspace(), told),
                session.amount(),
                settings.currency(session.workspace()));
        return switch (priced) {
            case Priced.Free() -> Rulings.OWN;
            case Priced.Unpriced() -> COST_UNKNOWN;
            case Priced.Asks(var ask) -> label(session, by, ask);
        };
    }

    private String label(Session session, MemberId by, Ask ask) {
        return Rulings.label(asking.rulingOn(session, by, new Asking.What(ask, Asking.usual(session))));
    }
}
