package dev.cowork.partner;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import dev.cowork.workspace.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/// What in a text must not leave: cards, accounts, addresses, numbers, and what the admin named. Names of people are
/// not recognised.
final class Sensitive {
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int FEWEST_PHONE_DIGITS = 7;
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{M}\\d](?:[\\p{L}\\p{M}\\d._%+'-]*[\\p{L}\\p{M}\\d_+-])?@[\\p{L}\\p{M}\\d-]+(?:\\.[\\p{L}\\p{M}\\d-]+)*\\.\\p{L}{2,}");
    private static final Pattern IBAN = Pattern.compile("(?i)(?<![\\p{L}\\d])[A-Z]{2}\\d{2}(?=[ -]?[A-Z\\d])");
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])\\p{Nd}(?:[ .-]?\\p{Nd}){12,24}(?!\\p{L})");
    /// What is numbered beside telephones.
    private static final Pattern NO_PHONE = Pattern.compile(
            "(?iu)(?:#|(?<!\\p{L})(?:order|ticket|case|invoice|tracking|parcel|shipment|serial|reference|ref|rma|sku|id"
                    + "|bestellung|bestellnummer|auftrag|rechnung|sendung|kundennummer)\\.?"
                    + "(?:\\s(?:number|no\\.?|nr\\.?|id))?(?:\\sis)?[\\s:=#]*)$");

    /// A talk is read again at every turn, and most of it was read before.
    private static final int MOST_READ = 2_000;

    private static final int WORTH_KEEPING = 40;
    private static final Map<List<List<String>>, Sensitive> MADE = new ConcurrentHashMap<>();

    private final List<Pattern> named;
    private final List<String> regions;
    /// What was found in a text, by its hash.
    private final Map<String, List<Span>> read = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Span>> eldest) {
            return size() > MOST_READ;
        }
    });

    /// The same for the same settings, so that what was read once is known.
    static Sensitive of(List<String> named, List<String> regions) {
        return MADE.computeIfAbsent(List.of(named, regions), _ -> new Sensitive(named, regions));
    }

    /// @param named what the admin wants hidden: words, or patterns between slashes
    /// @param regions the countries whose numbers are known without their `+`
    Sensitive(List<String> named, List<String> regions) {
        this.named = named.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Sensitive::pattern)
                .toList();
        this.regions = Stream.concat(
                        Stream.of("ZZ"), regions.stream().map(it -> it.strip().toUpperCase(Locale.ROOT)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    enum Kind {
        CARD,
        IBAN,
        EMAIL,
        PHONE,
        HIDDEN
    }

    /// @param value the same for every way to write the same thing
    record Span(Kind kind, int start, int end, String value) {
        boolean meets(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /// In the order of the text, none overlapping another.
    List<Span> in(String text) {
        if (text.length() < WORTH_KEEPING) {
            return found(text);
        }
        var hash = Sha256.of(text);
        var known = read.get(hash);
        if (known != null) {
            return known;
        }
        var found = List.copyOf(found(text));
        read.put(hash, found);
        return found;
    }

    private List<Span> found(String text) {
        var found = new ArrayList<Span>();
        named.forEach(pattern -> pattern.matcher(text)
                .results()
                .filter(hit -> hit.end() > hit.start())
                .forEach(hit -> add(found, new Span(Kind.HIDDEN, hit.start(), hit.end(), hit.group()))));
        if (text.indexOf('@') >= 0) {
            EMAIL.matcher(text)
                    .results()
                    .forEach(hit -> add(
                            found,
                            new Span(
                                    Kind.EMAIL,
                                    hit.start(),
                                    hit.end(),
                                    hit.group().toLowerCase(Locale.ROOT))));
        }
        if (text.codePoints()
                        .filter(Character::isDigit)
                        .limit(FEWEST_PHONE_DIGITS)
                        .count()
                == FEWEST_PHONE_DIGITS) {
            IBAN.matcher(text).results().forEach(hit -> iban(text, hit.start(), found));
            DIGITS.matcher(text).results().forEach(hit -> card(text, hit.start(), hit.end(), found));
            regions.forEach(region -> phones(text, region, found));
        }
        found.sort((one, other) -> Integer.compare(one.start, other.start));
        return found;
    }

    /// As long as the country's accounts are, whatever is written behind it.
    private static void iban(String text, int start, List<Span> found) {
        var country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
        var plan = IBANValidator.DEFAULT_IBAN_VALIDATOR.getValidator(country);
        if (plan == null) {
            return;
        }
        var value = new StringBuilder();
        var at = start;
        while (at < text.length() && value.length() < plan.getIbanLength()) {
            var c = text.charAt(at++);
            if (c != ' ' && c != '-') {
                value.append(Character.toUpperCase(c));
            }
        }
        var ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        if (ends && IBANValidator.DEFAULT_IBAN_VALIDATOR.isValid(value.toString())) {
            add(found, new Span(Kind.IBAN, start, at, value.toString()));
        }
    }

    /// The longest card among groups of digits: a count may stand in front of it, a year behind it.
    private static void card(String text, int from, int to, List<Span> found) {
        for (var start = from; start < to; start++) {
            for (var end = to; isEdge(text, start, from) && end > start; end--) {
                var digits = digits(text.substring(start, end));
                var isWhole = end == to || !Character.isDigit(text.charAt(end));
                if (isWhole && isCard(digits)) {
                    add(found, new Span(Kind.CARD, start, end, digits));
                    return;
                }
            }
        }
    }

    private static boolean isEdge(String text, int at, int from) {
        return Character.isDigit(text.charAt(at)) && (at == from || !Character.isDigit(text.charAt(at - 1)));
    }

    private static boolean isCard(String digits) {
        return digits.length() >= SHORTEST_CARD
                && digits.length() <= LONGEST_CARD
                && "23456".indexOf(digits.charAt(0)) >= 0
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }

    private static void phones(String text, String region, List<Span> found) {
        for (var hit : PhoneNumberUtil.getInstance().findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)) {
            var before = text.substring(Math.max(0, hit.start() - 30), hit.start());
            if (!NO_PHONE.matcher(before).find()) {
                add(found, new Span(Kind.PHONE, hit.start(), hit.end(), digits(hit.rawString())));
            }
        }
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints().filter(Character::isDigit).forEach(point -> digits.append(Character.digit(point, 10)));
        return digits.toString();
    }

    private static void add(List<Span> found, Span span) {
        if (found.stream().noneMatch(span::meets)) {
            found.add(span);
        }
    }

    private static Pattern pattern(String named) {
        return named.length() > 2 && named.startsWith("/") && named.endsWith("/")
                ? Pattern.compile(named.substring(1, named.length() - 1))
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(named) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
