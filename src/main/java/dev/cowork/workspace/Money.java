package dev.cowork.workspace;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount of money. `minor` counts the currency's smallest unit: 1250 in EUR is €12.50. Never negative, never a
/// floating-point number, never converted from one currency into another.
public record Money(long minor, Currency currency) {
    /// A comma only between groups of three, a point only before the decimals: what could be read in two ways is not
    /// read.
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.(?<decimals>\\d+))?");

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("money cannot be negative: " + minor + " " + currency);
        }
    }

    /// Reads `150`, `150.00` or `1,500.00` in the named ISO currency. Empty where the text is no amount or could be
    /// read in two ways (`1,50`, `1.500`), has more decimals than the currency knows, or the currency is unknown.
    public static Optional<Money> parse(String amount, String currencyCode) {
        var written = AMOUNT.matcher(amount.strip().replaceFirst("^[$€£¥]\\s*", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        var plain = written.group().replace(",", "");
        try {
            var currency = Currency.getInstance(currencyCode.strip().toUpperCase(Locale.ROOT));
            var digits = Math.max(currency.getDefaultFractionDigits(), 0);
            var decimals = written.group("decimals");
            if (decimals != null && decimals.length() > digits) {
                return Optional.empty();
            }
            var minor = new BigDecimal(plain).movePointRight(digits).longValueExact();
            return Optional.of(new Money(minor, currency));
        } catch (IllegalArgumentException | ArithmeticException notAnAmount) {
            return Optional.empty();
        }
    }

    /// Reads `150 USD`: an amount, a space, an ISO currency.
    public static Optional<Money> parse(String amountAndCurrency) {
        var parts = amountAndCurrency.strip().split("\\s+");
        return parts.length == 2 ? parse(parts[0], parts[1]) : Optional.empty();
    }

    /// Whether both are of one currency and this is not more than the limit.
    public boolean isWithin(Money limit) {
        return currency.equals(limit.currency) && minor <= limit.minor;
    }

    /// The amount alone, with the currency's decimals and without grouping: `1500.00`.
    public String amount() {
        return BigDecimal.valueOf(minor, Math.max(currency.getDefaultFractionDigits(), 0))
                .toPlainString();
    }

    /// As people here write it: `$1,500.00`, `€12.50`, `CHF 20.00`.
    public String shown() {
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        var digits = Math.max(currency.getDefaultFractionDigits(), 0);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(new BigDecimal(amount())).replace("\u00a0", " ");
    }

    /// `150.00 USD`: an amount, a space, an ISO currency.
    @Override
    public String toString() {
        return amount() + " " + currency.getCurrencyCode();
    }
}
