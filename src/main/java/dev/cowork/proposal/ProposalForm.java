package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.slack.Inbound;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The fields in which a person writes an ask, by block id, and how they are read. [AskModal] shows them.
public final class ProposalForm {
    public static final String KIND = "kind";
    public static final String AMOUNT = "amount";
    public static final String CURRENCY = "currency";
    public static final String TIER = "tier";
    public static final String OUTSIDE = "outside";
    public static final String REASON = "reason";
    public static final String TO = "to";
    public static final String URGENCY = "urgency";
    public static final String SUMMARY = "summary";
    public static final String HOLDING_REPLY = "holding_reply";
    static final String NEED = "need";
    /// Before the name of a group that the workspace has named.
    static final String GROUP = "group:";

    private ProposalForm() {}

    /// What a form says: an ask, or what is wrong with it by block id.
    public sealed interface Parsed {
        record Good(Ask ask, Circumstances circumstances) implements Parsed {}

        record Bad(Map<String, String> byBlock) implements Parsed {}
    }

    /// Reads the fields of [AskModal#compensation] or [AskModal#escalation], whichever the form has.
    public static Parsed read(Inbound.Form form) {
        return form.values().containsKey(TO) ? escalation(form) : compensation(form);
    }

    private static Parsed compensation(Inbound.Form form) {
        var wrong = new LinkedHashMap<String, String>();
        var kind = Ask.Kind.of(form.value(KIND));
        if (kind.isEmpty()) {
            wrong.put(KIND, "Choose a kind.");
        }
        var amount = amount(form, wrong);
        var reason = needed(form, REASON, "Say why, in a sentence the supervisor can decide on.", wrong);
        return wrong.isEmpty()
                ? new Parsed.Good(
                        new Ask.Compensation(kind.orElseThrow(), amount.orElseThrow(), reason), circumstances(form))
                : new Parsed.Bad(wrong);
    }

    private static Parsed escalation(Inbound.Form form) {
        var wrong = new LinkedHashMap<String, String>();
        var group = form.value(TO).startsWith(GROUP) ? form.value(TO).substring(GROUP.length()) : "";
        var to = group.isBlank() ? Ask.Target.of(form.value(TO)) : Optional.of(Ask.Target.GROUP);
        if (to.isEmpty()) {
            wrong.put(TO, "Choose who should see it.");
        }
        var need = form.value(NEED).isEmpty() ? to.map(Ask.Need::usualFor) : Ask.Need.of(form.value(NEED));
        if (need.isEmpty() && to.isPresent()) {
            wrong.put(NEED, "Choose what is needed.");
        }
        var urgency = Ask.Urgency.of(form.value(URGENCY));
        if (urgency.isEmpty()) {
            wrong.put(URGENCY, "Choose how soon.");
        }
        var summary = needed(form, SUMMARY, "Say in a few lines what happened and what you need.", wrong);
        return wrong.isEmpty()
                ? new Parsed.Good(
                        new Ask.Escalation(
                                to.orElseThrow(),
                                group,
                                need.orElseThrow(),
                                urgency.orElseThrow(),
                                summary,
                                form.value(HOLDING_REPLY)),
                        circumstances(form))
                : new Parsed.Bad(wrong);
    }

    /// A form without these fields says the usual.
    private static Circumstances circumstances(Inbound.Form form) {
        return new Circumstances(
                "",
                Tier.of(form.value(TIER)).orElse(Tier.STANDARD),
                Outside.of(form.value(OUTSIDE)).orElse(Outside.WITHIN));
    }

    /// The amount of the fields [#AMOUNT] and [#CURRENCY]. What is wrong is added to `wrong`.
    static Optional<Money> amount(Inbound.Form form, Map<String, String> wrong) {
        var currency = currency(form.value(CURRENCY));
        if (currency.isEmpty()) {
            wrong.put(CURRENCY, "Write the currency's three letters, such as USD or EUR.");
        }
        var amount = Money.parse(
                form.value(AMOUNT), currency.map(Currency::getCurrencyCode).orElse("USD"));
        if (amount.isEmpty()) {
            wrong.put(AMOUNT, amountHint(currency));
        } else if (amount.orElseThrow().minor() == 0) {
            wrong.put(AMOUNT, "The amount must be more than 0.");
        }
        return wrong.isEmpty() ? amount : Optional.empty();
    }

    private static String amountHint(Optional<Currency> currency) {
        return currency.filter(known -> known.getDefaultFractionDigits() <= 0)
                .map(known -> "Write an amount without decimals, such as 150: " + known + " has none.")
                .orElse("Write an amount such as 150 or 150.00.");
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String needed(Inbound.Form form, String block, String hint, Map<String, String> wrong) {
        if (form.value(block).isEmpty()) {
            wrong.put(block, hint);
        }
        return form.value(block);
    }
}
