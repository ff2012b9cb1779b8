package dev.cowork.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.cowork.partner.Sensitive.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much of what is sensitive is found, and how much of what is found is sensitive, on texts made by chance from a
/// fixed seed. What it measures stands in the README.
class SensitiveTest {
    private static final int EACH = 400;
    private static final Sensitive SENSITIVE = new Sensitive(List.of(), List.of("US", "GB", "DE", "FR"));
    private static final List<String> FRAMES = List.of(
            "The customer wrote: %s, please check.",
            "%s",
            "Kunde sagt (%s) und wartet.",
            "Paid 150.00 USD on 2024-03-12, then sent %s and 2 photos.",
            "> Bonjour, voici %s.\nMerci",
            "They gave \"%s\" twice.");
    private static final List<String> HARMLESS = List.of(
            "order 48%d",
            "order number 114-%d-7712",
            "tracking 1Z999AA1%d",
            "ticket ZD-%d",
            "invoice #2024-%d",
            "2 units at $1,%d.00",
            "on 2024-03-12 at 14:05, %d days later",
            "error 0x80070%d",
            "version 12.4.%d",
            "room 4.%d",
            "between 31-45 days, case %d",
            "size 42, colour %d, quantity 3",
            "12.03.2024 bis 15.04.2024, Nr. %d",
            "SKU 88-%d-XL");

    private final Random random = new Random(20240712);

    @Test
    void recallAndPrecisionByKind() {
        Map<Kind, List<String>> made = new EnumMap<>(Map.of(
                Kind.CARD, many(this::card),
                Kind.IBAN, many(this::iban),
                Kind.EMAIL, many(this::email),
                Kind.PHONE, many(this::phone)));
        var report = new ArrayList<String>();
        made.forEach((kind, values) -> {
            var found = values.stream().filter(value -> hides(kind, value)).count();
            report.add(kind + " recall " + percent(found, values.size()));
            assertTrue(found >= 0.99 * values.size(), kind + ": " + found + " of " + values.size());
        });
        var quiet = 0;
        for (var at = 0; at < EACH; at++) {
            var text = HARMLESS.get(at % HARMLESS.size()).formatted(random.nextInt(100, 999));
            quiet += SENSITIVE.in(text).isEmpty() ? 1 : 0;
        }
        report.add("harmless texts left alone " + percent(quiet, EACH));
        System.getLogger("masking").log(System.Logger.Level.INFO, String.join("; ", report));
        assertTrue(quiet >= 0.97 * EACH, "harmless: " + quiet);
    }

    @Test
    void aPlainNumberOfTenDigitsIsNoPhoneWhereItIsCalledAnOrder() {
        assertEquals(List.of(), SENSITIVE.in("order number 4155552671"));
        assertEquals(1, SENSITIVE.in("call 4155552671").size());
    }

    @Test
    void aCountInFrontOfACardAndAYearBehindItAreNotOfIt() {
        var text = "2 4111 1111 1111 1111 2027";

        var span = SENSITIVE.in(text).getFirst();

        assertEquals("4111 1111 1111 1111", text.substring(span.start(), span.end()));
    }

    private boolean hides(Kind kind, String value) {
        var text = FRAMES.get(random.nextInt(FRAMES.size())).formatted(value);
        var at = text.indexOf(value);
        return SENSITIVE.in(text).stream()
                .anyMatch(span -> span.kind() == kind && span.start() <= at && span.end() >= at + value.length());
    }

    private List<String> many(java.util.function.Supplier<String> one) {
        return IntStream.range(0, EACH).mapToObj(_ -> one.get()).toList();
    }

    private String card() {
        var starts = List.of("4", "51", "55", "2221", "34", "37", "6011", "65", "3528", "62", "5018");
        var start = starts.get(random.nextInt(starts.size()));
        var length = start.startsWith("34") || start.startsWith("37") ? 15 : 16;
        var digits = new StringBuilder(start);
        while (digits.length() < length - 1) {
            digits.append(random.nextInt(10));
        }
        digits.append(luhn(digits));
        return grouped(digits.toString(), List.of("", " ", "-").get(random.nextInt(3)));
    }

    private static int luhn(CharSequence digits) {
        var sum = 0;
        for (var at = 0; at < digits.length(); at++) {
            var digit = digits.charAt(digits.length() - 1 - at) - '0';
            var doubled = digit * 2;
            sum += at % 2 == 0 ? doubled / 10 + doubled % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }

    private String iban() {
        var country = List.of("DE", "AT", "ES").get(random.nextInt(3));
        var length = Map.of("DE", 18, "AT", 16, "ES", 20).get(country);
        var account = new StringBuilder();
        while (account.length() < length) {
            account.append(random.nextInt(10));
        }
        var number = account.toString()
                + country.chars().mapToObj(c -> Integer.toString(c - 'A' + 10)).reduce("", String::concat)
                + "00";
        var check = 98 - new BigInteger(number).mod(BigInteger.valueOf(97)).intValue();
        var whole = "%s%02d%s".formatted(country, check, account);
        return grouped(
                random.nextInt(4) == 0 ? whole.toLowerCase(Locale.ROOT) : whole, random.nextBoolean() ? " " : "");
    }

    private String email() {
        var names = List.of("kim", "jürgen.groß", "o'neil", "a+b", "x_1", "Anna-Lena.K", "7up", "info");
        var hosts = List.of("example.org", "mail.example.co.uk", "firma.intern", "ünicode.example", "x-y.museum");
        return names.get(random.nextInt(names.size())) + random.nextInt(100) + "@"
                + hosts.get(random.nextInt(hosts.size()));
    }

    private String phone() {
        var plans = PhoneNumberUtil.getInstance();
        var regions = List.of("US", "GB", "DE", "FR", "BR", "JP", "PL");
        var region = regions.get(random.nextInt(regions.size()));
        var isHome = List.of("US", "GB", "DE", "FR").contains(region);
        var example = plans.getExampleNumber(region);
        while (true) {
            var number = example.getNationalNumber() / 10000 * 10000 + random.nextInt(10000);
            var varied = new com.google.i18n.phonenumbers.Phonenumber.PhoneNumber()
                    .setCountryCode(example.getCountryCode())
                    .setNationalNumber(number);
            if (plans.isValidNumber(varied)) {
                var form = isHome && random.nextBoolean()
                        ? PhoneNumberFormat.NATIONAL
                        : random.nextBoolean() ? PhoneNumberFormat.INTERNATIONAL : PhoneNumberFormat.E164;
                return plans.format(varied, form);
            }
        }
    }

    private static String grouped(String text, String separator) {
        return separator.isEmpty() ? text : String.join(separator, text.split("(?<=\\G.{4})"));
    }

    private static String percent(long part, long whole) {
        return "%.1f %%".formatted(100.0 * part / whole);
    }
}
