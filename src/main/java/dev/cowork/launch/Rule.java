package dev.cowork.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a value must look like. A complaint says what was wrong and what is accepted, in words that fit behind the
/// variable's name. Secrets are never repeated in it.
@FunctionalInterface
interface Rule {
    Pattern AMOUNT_AND_CURRENCY = Pattern.compile("(\\d{1,12})(?:\\.(\\d+))? ([A-Z]{3})");

    Rule ANYTHING = _ -> Optional.empty();

    Rule SECRET = value -> value.chars().anyMatch(c -> c <= ' ' || c > '~')
            ? Optional.of("contains a blank or a character that no key has; the key alone, as Slack or Anthropic shows"
                    + " it, is accepted")
            : Optional.empty();

    Rule LONG_SECRET = value -> value.length() < 20
            ? Optional.of(
                    "is shorter than 20 characters; a long random key is accepted, as `openssl rand -hex 32` makes one")
            : SECRET.complaintAbout(value);

    Rule WORD = matching("\\S+", "a model's name", "one word, as in claude-sonnet-5-5,");

    Rule WEB_ADDRESS =
            value -> isWebAddress(value) ? Optional.empty() : no(value, "a web address", "http://… or https://…");

    Rule JDBC_URL = value -> value.startsWith("jdbc:postgresql:")
            ? Optional.empty()
            : Optional.of("is not the address of a PostgreSQL; jdbc:postgresql://HOST:PORT/DATABASE is accepted");

    Rule PATH = value -> isPath(value) ? Optional.empty() : no(value, "a directory's name", "a path");

    Rule FILE = value -> isPath(value) && Files.isReadable(Path.of(value))
            ? Optional.empty()
            : no(value, "a file that can be read", "the path of a text file");

    Rule FOLDER = value -> isPath(value) && Files.isDirectory(Path.of(value))
            ? Optional.empty()
            : no(value, "a folder that is there", "the path of a folder");

    Rule COMMAND = matching(
            "/[a-z0-9_-]{1,31}", "a slash command", "/ and up to 31 small letters, digits, - or _, as in /cowork,");

    Rule MEMBERS = matching(
            " *[UW][A-Z0-9]+( *, *[UW][A-Z0-9]+)* *", "a list of Slack user ids", "U024BE7LH or U024BE7LH,W012A3CDE");

    Rule WORKSPACE = matching(" *[TE][A-Z0-9]+ *", "a Slack workspace", "its id, as in T024BE7LD,");

    Rule TEAMS = matching(
            " *[^;=]+= *[CG][A-Z0-9]+( *, *[CG][A-Z0-9]+)* *(; *[^;=]+= *[CG][A-Z0-9]+( *, *[CG][A-Z0-9]+)* *)*",
            "a list of teams with their channels",
            "Billing=C024BE91L,C0123; Returns=C0456");

    Rule AMOUNT = value -> isAmount(value)
            ? Optional.empty()
            : no(
                    value,
                    "an amount with its currency",
                    "100 USD or 99.50 EUR, with no more decimals than the currency has,");

    Rule PRICES = value -> Stream.of(value.split(";"))
            .map(String::strip)
            .filter(it -> !it.matches("[^=,\\s]+ *=(?: *\\d{1,6}(?:\\.\\d{1,6})? *(?:,|$)){4}"))
            .findFirst()
            .flatMap(it -> no(
                    it,
                    "a price",
                    "MODEL=FRESH,CACHED,WRITTEN,OUTPUT for a million tokens, as in claude-sonnet=3,0.30,3.75,15,"));

    Rule CHANNEL = matching(
            "#?[\\p{Ll}\\p{Lo}0-9_-]{1,80}|[CG][A-Z0-9]{2,}",
            "a channel",
            "a name without blanks or capitals, as in support-approvals, or an id, as in C024BE91L,");

    Rule CONTACT = matching(
            "#?[\\p{Ll}\\p{Lo}0-9_-]{1,80}|[CGUW][A-Z0-9]{2,}",
            "a person or a channel",
            "a Slack user id, as in U024BE7LH, or a channel's name or id");

    Rule WORDS_AND_PATTERNS = value -> Stream.of(value.split(";"))
            .map(String::strip)
            .filter(it -> !isWordOrPattern(it))
            .findFirst()
            .flatMap(it -> no(it, "a pattern", "a word, or a regular expression between slashes, as in /ACME-\\d+/,"));

    Rule COUNTRIES = matching("[A-Z]{2}( *, *[A-Z]{2})*", "a list of countries", "US or US,DE,FR");

    Rule ENCRYPTION_KEY =
            value -> Stream.of(value.split(",", -1)).map(String::strip).allMatch(Rule::isKey)
                    ? Optional.empty()
                    : Optional.of(
                            "is not a key; 32 bytes in Base64, as `openssl rand -base64 32` makes them, are accepted, or"
                                    + " several such keys with commas between them, the newest first");

    Rule DAYS = value -> value.matches("\\d{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 3650
            ? Optional.empty()
            : no(value, "a number of days", "1 to 3650");

    Rule PORT = value -> value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535
            ? Optional.empty()
            : no(value, "a port", "a number from 1 to 65535, or 0 for any free one,");

    Optional<String> complaintAbout(String value);

    static Rule startsWith(String prefix, String what) {
        return value -> value.matches(Pattern.quote(prefix) + "[!-~]+")
                ? Optional.empty()
                : Optional.of("is not " + what + "; one that starts with " + prefix + " is accepted");
    }

    private static Rule matching(String pattern, String what, String accepted) {
        return value -> value.matches(pattern) ? Optional.empty() : no(value, what, accepted);
    }

    private static Optional<String> no(String value, String what, String accepted) {
        var shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
        return Optional.of(
                "\"" + shown.replaceAll("\\p{Cntrl}", " ") + "\" is not " + what + "; " + accepted + " is accepted");
    }

    private static boolean isWebAddress(String value) {
        try {
            var address = new URI(value);
            var scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isWordOrPattern(String value) {
        try {
            return value.length() <= 2
                    || !(value.startsWith("/") && value.endsWith("/"))
                    || !Pattern.compile(value.substring(1, value.length() - 1))
                            .matcher("")
                            .matches();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isBlank();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isAmount(String value) {
        var parts = AMOUNT_AND_CURRENCY.matcher(value);
        return parts.matches()
                && Currency.getAvailableCurrencies().stream()
                        .filter(currency -> currency.getCurrencyCode().equals(parts.group(3)))
                        .anyMatch(currency -> decimals(parts.group(2)) <= currency.getDefaultFractionDigits());
    }

    private static int decimals(@Nullable String written) {
        return written == null ? 0 : written.length();
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
