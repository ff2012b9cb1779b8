package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which kinds of compensation the words of a promise speak of. `Compensation` and `cover the cost` speak of none in
/// particular: any that was granted is meant.
record PromisedKinds(Set<Ask.Kind> named) {
    private static final Map<Ask.Kind, Pattern> WORDS = Map.of(
            Ask.Kind.REFUND,
                    words("refund\\w*", "reimburs\\w*", "money back", "\\d+ back", "pay you", "send you a check"),
            Ask.Kind.CREDIT, words("credit\\w*", "vouchers?", "gift cards?", "coupons?"),
            Ask.Kind.REPLACEMENT, words("replacements?", "replac(?:e|ing) (?:it|your)", "new one"),
            Ask.Kind.DISCOUNT, words("discount\\w*", "off your next", "\\d{1,3}\\s?(?:%|percent) off"),
            Ask.Kind.GESTURE, words("goodwill", "gesture", "on us", "on the house", "free shipping", "free month\\w*"),
            Ask.Kind.POLICY_EXCEPTION, words("exception", "waiv\\w+", "bend the rules", "outside (?:of )?our policy"));

    static PromisedKinds in(String clause) {
        var named = EnumSet.noneOf(Ask.Kind.class);
        WORDS.forEach((kind, words) -> {
            if (words.matcher(clause).find()) {
                named.add(kind);
            }
        });
        return new PromisedKinds(named);
    }

    /// All kinds that a draft promises, granted or not, by their words in lower case.
    static Set<String> promisedIn(Draft draft, Optional<Money> atStake, Currency currency) {
        var lock = new PromiseLock(new Money(0, currency), atStake, List.of());
        return switch (lock.covers(draft.words(), draft.promises())) {
            case PromiseLock.Covered() -> Set.of();
            case PromiseLock.Locked locked ->
                locked.promises().stream()
                        .flatMap(promise -> in(promise.words()).named().stream())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        };
    }

    /// Whether this kind, once granted, is what the words promise. An exception grants what it was asked for, in
    /// whatever form; a gesture may be anything but the customer's own money back.
    boolean areMetBy(Ask.Kind granted) {
        return named.isEmpty()
                || named.contains(granted)
                || granted == Ask.Kind.POLICY_EXCEPTION
                || (granted == Ask.Kind.GESTURE && !named.contains(Ask.Kind.REFUND));
    }

    private static Pattern words(String... alternatives) {
        return Pattern.compile("\\b(?:" + String.join("|", alternatives) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
