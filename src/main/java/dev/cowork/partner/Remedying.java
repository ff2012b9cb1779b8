package dev.cowork.partner;

import dev.cowork.workspace.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What to put to a supervisor: money found in the talk, never more than the case is worth; or the case itself.
final class Remedying {
    private static final List<String> GOODS_GONE =
            List.of("wrong-item", "damaged", "lost", "billing", "double-charge", "defect", "late-return");
    private static final Map<Pattern, String> KINDS = Map.of(
            Ticket.words("refund\\w*", "money back"), "refund",
            Ticket.words("credits?", "vouchers?", "gift cards?"), "credit",
            Ticket.words("replacement", "replace"), "replacement",
            Ticket.words("discount"), "discount",
            Ticket.words("exception"), "policy_exception");

    private Remedying() {}

    static Reaction suggest(Case it) {
        return money(it)
                .map(move -> Reaction.of(it.say("remedy"), move))
                .orElseGet(() -> Reaction.of(
                        it.say("no-price"),
                        new Move.AskQuestions(List.of("What did the customer pay, and what is it about?"))));
    }

    /// Empty where no amount is known: an invented one would look like a judgement.
    static Optional<Move> money(Case it) {
        var price = it.ticket().price();
        var named = Amounts.in(it.words()).named();
        if (named.isPresent()) {
            // More than the thing is worth is no compensation in proportion.
            var isTooMuch = price.map(worth -> !named.get().isWithin(worth)).orElse(false);
            return Optional.of(
                    isTooMuch
                            ? remedy(it, kind(it, true), price.get(), "capped")
                            : remedy(it, kind(it, true), named.get(), "named"));
        }
        var isFull = GOODS_GONE.contains(it.ticket().issue());
        return price.map(worth ->
                isFull ? remedy(it, kind(it, true), worth, "full") : remedy(it, kind(it, false), fifth(worth), "part"));
    }

    static Move escalation(Case it) {
        if (it.ticket().isLegal()) {
            return escalation(it, "legal", "now", "legal");
        }
        if (it.ticket().isTroubleshooting()) {
            return escalation(it, "technical", "today", "technical");
        }
        var cause = it.ticket().issue().equals("late-return") ? "exception" : "authority";
        return escalation(it, "supervisor", "today", cause);
    }

    private static Move escalation(Case it, String to, String urgency, String cause) {
        var summary = it.filled(it.part("escalation", cause).text(), Map.of());
        return new Move.SuggestEscalation(to, urgency, summary, Drafting.holdingReply(it, to.equals("technical")));
    }

    private static Move remedy(Case it, String kind, Money amount, String reason) {
        var values = new HashMap<String, String>();
        values.put("amount", amount.shown());
        values.put(
                "ofPrice",
                it.ticket().price().isPresent()
                        ? it.filled(it.part("remedies", "ofPrice").text(), Map.of())
                        : "");
        var text = it.part("remedies", "reason").part(reason).orElseThrow().text();
        return new Move.SuggestCompensation(
                kind, amount.amount(), amount.currency().getCurrencyCode(), it.filled(text, values));
    }

    /// What the agent calls it, or else what fits.
    private static String kind(Case it, boolean isWhole) {
        var called = KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(it.words()).find())
                .map(Map.Entry::getValue)
                .toList();
        if (called.size() == 1) {
            return called.getFirst();
        }
        if (it.ticket().issue().equals("late-return")) {
            return "policy_exception";
        }
        return isWhole ? "refund" : "credit";
    }

    /// A fifth, in whole units of the currency, at least one.
    private static Money fifth(Money worth) {
        var unit = worth.currency().getDefaultFractionDigits() == 2 ? 100L : 1L;
        var whole = Math.max(unit, worth.minor() / 5 / unit * unit);
        return new Money(Math.min(whole, worth.minor()), worth.currency());
    }
}
