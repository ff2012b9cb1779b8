package dev.cowork.partner;

import dev.cowork.workspace.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The amounts of money in a text, and what each of them is, by the words around it.
record Amounts(List<Found> found) {
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<sign>[$€£])\\s?(?<number>\\d[\\d,]*(?:\\.\\d{1,2})?)"
                    + "|(?<plain>\\d[\\d,]*(?:\\.\\d{1,2})?)\\s?(?<code>USD|EUR|GBP|dollars|euros?|pounds)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> CURRENCIES = Map.of(
            "$", "USD", "€", "EUR", "£", "GBP", "dollars", "USD", "euro", "EUR", "euros", "EUR", "pounds", "GBP");
    private static final Pattern LIMIT = Pattern.compile(
            "(?:approve|grant|authori[sz]\\w+|authority|limit|up to|budget|allowed|i (?:can|may) (?:give|offer|do))[^.;\\n]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAID = Pattern.compile(
            "(?:paid|pays?|costs?|worth|priced?|ordered|bought|charged|value)[^.;\\n]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN = Pattern.compile(
            "(?:give|giving|offer\\w*|refund\\w*|credit\\w*)(?:(?!paid|cost|worth|price)[^.;\\n])*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOODS = Pattern.compile(
            "^[^.;,\\n]{0,3}\\b(?:item|order|product|purchase|device|coat|pair)", Pattern.CASE_INSENSITIVE);
    /// As in "the $300 table": a thing with its price, unless the thing is money again.
    private static final Pattern ARTICLE =
            Pattern.compile("(?:^|\\b(?:a|an|the|their|his|her|our)\\s)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern THING = Pattern.compile(
            "^\\s(?!refund|credit|voucher|discount|gift|compensation|gesture|coupon|goodwill|offer|limit|budget)\\p{L}+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY =
            Pattern.compile("^\\s?(?:a|per|each|every)\\s(?:year|month)|^\\s?/", Pattern.CASE_INSENSITIVE);

    enum Role {
        PRICE,
        LIMIT,
        OTHER
    }

    record Found(Money money, Role role) {}

    static Amounts in(String text) {
        var found = new ArrayList<Found>();
        var matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            var before = text.substring(Math.max(0, matcher.start() - 60), matcher.start());
            var after = text.substring(matcher.end(), Math.min(text.length(), matcher.end() + 25));
            money(matcher)
                    .filter(_ -> !YEARLY.matcher(after).find())
                    .ifPresent(money -> found.add(new Found(money, role(before, after))));
        }
        return new Amounts(List.copyOf(found));
    }

    Optional<Money> price() {
        return first(Role.PRICE);
    }

    /// An amount that is neither a price nor a limit, such as one that is to be offered.
    Optional<Money> named() {
        return first(Role.OTHER);
    }

    private Optional<Money> first(Role role) {
        return found.stream()
                .filter(amount -> amount.role() == role && amount.money().minor() > 0)
                .map(Found::money)
                .findFirst();
    }

    private static Role role(String before, String after) {
        if (LIMIT.matcher(before).find()) {
            return Role.LIMIT;
        }
        if (ARTICLE.matcher(before).find() && THING.matcher(after).find()) {
            return Role.PRICE;
        }
        var isPaid = PAID.matcher(before).find() && !GIVEN.matcher(before).find();
        return isPaid || GOODS.matcher(after).find() ? Role.PRICE : Role.OTHER;
    }

    private static Optional<Money> money(Matcher matcher) {
        if (matcher.group("sign") != null) {
            return Money.parse(matcher.group("number"), CURRENCIES.get(matcher.group("sign")));
        }
        var code = matcher.group("code").toLowerCase(Locale.ROOT);
        return Money.parse(matcher.group("plain"), CURRENCIES.getOrDefault(code, code));
    }
}
