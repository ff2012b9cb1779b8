package dev.cowork.session;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds amounts of money in what people write: `$150`, `150 USD`, `EUR 12.50`, `12,50 €`, `100 dollars`.
@ApplicationScoped
class AmountText {
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("¥", "JPY"),
            Map.entry("US$", "USD"),
            Map.entry("DOLLAR", "USD"),
            Map.entry("DOLLARS", "USD"),
            Map.entry("BUCKS", "USD"),
            Map.entry("EURO", "EUR"),
            Map.entry("EUROS", "EUR"),
            Map.entry("POUND", "GBP"),
            Map.entry("POUNDS", "GBP"),
            Map.entry("YEN", "JPY"));
    private static final String NUMBER =
            "\\d{1,3}(?:[,.' ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d{1,2})?(?!\\d)";
    private static final String CODE = "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|SEK|NOK|DKK|PLN|INR|CNY|BRL|MXN";
    private static final Pattern BEFORE = Pattern.compile(
            "(?<sign>US\\$|[$€£¥]|\\b(?:" + CODE + ")\\b)\\s*(?<number>" + NUMBER + ")(?<k>k\\b)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "(?<![\\d.,])(?<number>" + NUMBER + ")(?<k>k)?\\s*(?<sign>[$€£¥]|(?:" + CODE
                    + "|dollars?|bucks|euros?|pounds?|yen)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(NUMBER);

    private final Settings settings;

    AmountText(Settings settings) {
        this.settings = settings;
    }

    /// Reads a form's field: one amount and nothing else, as strictly as every form does: what could be read in two
    /// ways is not read. Without a currency it is in the workspace's own.
    Optional<Money> only(WorkspaceId workspace, String text) {
        var plain = text.strip();
        for (var pattern : List.of(BEFORE, AFTER)) {
            var found = pattern.matcher(plain);
            if (found.matches() && found.group("k") == null) {
                return Money.parse(found.group("number"), currency(found.group("sign")));
            }
        }
        return BARE.matcher(plain).matches()
                ? Money.parse(plain, settings.currency(workspace).getCurrencyCode())
                : Optional.empty();
    }

    /// The highest amount in the workspace's own currency where there is one, otherwise the highest number there is.
    Optional<Money> highestIn(WorkspaceId workspace, String text) {
        var home = settings.currency(workspace);
        return allIn(text).stream()
                .max(Comparator.<Money, Boolean>comparing(it -> it.currency().equals(home))
                        .thenComparing(Money::minor));
    }

    /// Every amount the text names, in order.
    static List<Money> allIn(String text) {
        var found = new ArrayList<Money>();
        var before = BEFORE.matcher(text);
        var rest = new StringBuilder();
        while (before.find()) {
            read(before.toMatchResult()).ifPresent(found::add);
            before.appendReplacement(rest, " ");
        }
        before.appendTail(rest);
        var after = AFTER.matcher(rest);
        while (after.find()) {
            read(after.toMatchResult()).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Money> read(MatchResult found) {
        var thousands = found.group("k") == null ? "" : "000";
        return Money.parse(number(found.group("number")) + thousands, currency(found.group("sign")));
    }

    private static String currency(String sign) {
        var code = sign.toUpperCase(Locale.ROOT);
        return CURRENCIES.getOrDefault(code, code);
    }

    /// Undoes grouping: `1,500.00`, `1.500,00`, `1'500` are 1500. The last separator with one or two digits after it is
    /// the decimal point.
    private static String number(String text) {
        var cents = text.matches(".*[.,]\\d{1,2}") ? text.replaceFirst(".*[.,](?=\\d{1,2}$)", "") : "";
        var whole = cents.isEmpty() ? text : text.substring(0, text.length() - cents.length() - 1);
        var digits = whole.replaceAll("\\D", "");
        return cents.isEmpty() ? digits : digits + "." + cents;
    }
}
