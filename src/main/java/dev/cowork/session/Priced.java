package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an approach would have somebody grant: by the partner's own account and by our reading of it, whichever is
/// stricter.
sealed interface Priced {
    /// Nobody has to grant anything.
    record Free() implements Priced {}

    /// Something is granted, and nobody has said what it is worth.
    record Unpriced() implements Priced {}

    record Asks(Ask ask) implements Priced {}

    Pattern EXCEPTION = Pattern.compile(
            "\\b(?:(?:make|grant|as) an exception|policy exception|waive|bend the rules?|outside (?:of )?(?:our |the )?policy)\\b",
            Pattern.CASE_INSENSITIVE);
    Pattern GIVES_NOTHING = Pattern.compile(
            "\\b(?:no|not|without|instead of|refuse|decline|deny|before any)\\b", Pattern.CASE_INSENSITIVE);

    /// @param named the highest amount in the approach
    /// @param atStake the ticket's amount: what is meant where none is named
    /// @param currency the workspace's own
    static Priced of(
            Move.OfferApproaches.Approach approach, Optional<Money> named, Optional<Money> atStake, Currency currency) {
        if (approach.grants().equals("escalation")) {
            return new Asks(new Ask.Escalation(
                    Ask.Target.SUPERVISOR, "", Ask.Need.DECISION, Ask.Urgency.TODAY, approach.title(), ""));
        }
        var amount = named.filter(it -> it.minor() > 0);
        var kind = kindOf(approach);
        if (kind.equals(Optional.of(Ask.Kind.POLICY_EXCEPTION))) {
            var worth = amount.or(() -> atStake).orElseGet(() -> new Money(1, currency));
            return new Asks(new Ask.Compensation(Ask.Kind.POLICY_EXCEPTION, worth, approach.title()));
        }
        if (kind.isEmpty() && amount.isEmpty()) {
            return new Free();
        }
        return (kind.isPresent() ? amount.or(() -> atStake) : amount)
                .<Priced>map(it -> new Asks(new Ask.Compensation(kind.orElse(Ask.Kind.GESTURE), it, approach.title())))
                .orElseGet(Unpriced::new);
    }

    private static Optional<Ask.Kind> kindOf(Move.OfferApproaches.Approach approach) {
        return EXCEPTION.matcher(approach.title() + "\n" + approach.summary()).find()
                ? Optional.of(Ask.Kind.POLICY_EXCEPTION)
                : Ask.Kind.of(approach.grants()).or(() -> named(approach.title()));
    }

    /// What a title such as "Refund in full" gives, where the partner names nothing.
    static Optional<Ask.Kind> named(String title) {
        return GIVES_NOTHING.matcher(title).find()
                ? Optional.empty()
                : PromisedKinds.in(title).named().stream().findFirst();
    }
}
