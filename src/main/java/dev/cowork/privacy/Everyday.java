package dev.cowork.privacy;

import static java.text.Normalizer.Form.NFD;

import java.text.Normalizer;
import java.util.Currency;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers that make nobody recognisable and a tip readable: amounts, dates, times, durations, shares, counts,
/// versions, error codes.
final class Everyday {
    /// Stands where something everyday stood, so that every place in the text stays the same.
    private static final char BLANK = '\u0000';

    private static final String CURRENCY = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .collect(Collectors.joining(
                    "|", "(?:[$€£¥₹₽₩₺₪]|(?:US|CA|AU|NZ|HK|A|C|R|S)\\$|Rs\\.?|kr\\.?|zł|Kč|Ft|Fr\\.|", ")"));
    private static final String WHOLE = "(?:\\d{1,3}(?:[.,'’ ]\\d{3})+|\\d{1,9})(?:[.,]\\d{1,2})?";
    private static final String COUNTED =
            "(?:(?:business|working|calendar|more|other|open|new|angry|different|consecutive)[ -])?"
                    + "(?:days?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|s|ms|weeks?|wks?|months?|years?|yrs?|times|x|items?"
                    + "|units?|pieces?|pcs|orders|tickets|cases|customers|clients|users|agents|calls|people|persons|visitors"
                    + "|words|characters|chars|lines|e-?mails|replies|messages|questions|attempts|tries|refunds|returns|parcels"
                    + "|shipments|boxes|pages|steps|points|stars|km|kg|g|mg|lbs?|oz|cm|mm|m|ft|inch(?:es)?|[kMGT]?B|[KMG]bps|px"
                    + "|mAh|k?Wh?|V|Hz|°C|°F|degrees|Tagen?|Stunden?|Minuten|Wochen|Monaten?|Jahren?|Stück|jours?|heures?"
                    + "|semaines?|mois|ans?|días?|horas?|semanas?|meses|años?|giorni|ore|settimane|mesi|anni|dias|dagen|uur)";

    private static final Pattern SOMETHING = Pattern.compile(
            String.join(
                    "|",
                    // $1,500.00 · USD 20 · 20 € · 150 dollars
                    "(?<![\\p{L}\\d])" + CURRENCY + "\\s?" + WHOLE + "(?:\\s?[kKmM])?(?![\\d\\p{L}])",
                    "(?<![\\p{L}\\d.,+-])" + WHOLE + "\\s?(?:" + CURRENCY
                            + "|dollars?|euros?|pounds?|bucks|cents?|francs?|yen|rupees?)(?![\\d\\p{L}])(?!\\s?\\d)",
                    // 2026-11-22T14:30 · 22.11.2026 · 11/22/26
                    "(?<![\\d./-])(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\\d|0?[1-9])(?:T\\d\\d:\\d\\d(?::\\d\\d)?)?(?!\\d|[-/.]\\d)",
                    "(?<![\\d./-])(?:3[01]|[12]\\d|0?[1-9])([-/.])(?:3[01]|[12]\\d|0?[1-9])\\1(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d|[-/.]\\d)",
                    // 14:30 · 9:30-17:00
                    "(?<![\\d:])(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:])",
                    // 2024 · 2023/24 · 2019-2024, but not the first half of a number in groups
                    "(?<![\\d./-])(?<!\\d )(?:19|20)\\d\\d(?:\\s?[-–/]\\s?(?:(?:19|20)\\d\\d|\\d\\d))?(?!\\d|[ ./-]\\d)",
                    // 20 % · 24/7 · 30-day · 10 to 15 minutes · 100000 customers
                    "\\d{1,6}(?:[.,]\\d{1,4})?\\s?(?:%|percent|Prozent|pour cent)",
                    "(?<![\\d/])24/7(?!\\d)",
                    "(?<![\\d.,+-])(?:\\d{1,6}\\s?(?:[-–]|to|or|bis|à)\\s?)?\\d{1,6}(?:[.,]\\d{1,3})?[ -]?" + COUNTED
                            + "(?!\\p{L})",
                    // v2.14.1 · iOS 17.4.1 · 3.3.1
                    "(?i)(?<!\\p{L})(?:v|version|ios|ipados|android|windows|macos|chrome|firefox|safari|edge|java|release|build|firmware"
                            + "|outlook|office|excel)[ .]?\\d{1,5}(?:\\.\\d{1,6})*",
                    "(?<![\\d.])\\d{1,2}(?:\\.\\d{1,2}){1,2}(?![\\d]|\\.\\d)",
                    // error E-1001 · HTTP 503 · ISO 27001 · section 4.2
                    "(?i)(?<!\\p{L})(?:error|code|status|message|exception|fehler|erreur|section|clause|article|paragraph|page"
                            + "|step|chapter|rule|form|model|level|tier|port)\\s+(?:code\\s+|no\\.?\\s+|number\\s+)?[A-Z_]{0,12}[-_]?\\d{1,5}(?:\\.\\d{1,2})*(?![\\d-])",
                    "(?<![\\p{L}\\d])(?:HTTPS?|ISO|IEC|RFC|UTF|SHA|AES|DIN|EN|GDPR|PCI|PSD|COVID|ERR|ERROR|KB|TLS|SSL|IPv|USB|MP|QA)[-_ /]?\\d{1,5}(?!\\d)"));

    private Everyday() {}

    /// The text with everything everyday blanked and every script's digits and spaces as plain ones. As long as the
    /// text itself, place by place.
    static String blanked(String text) {
        var plain = plain(text);
        var blanked = new StringBuilder(plain);
        SOMETHING.matcher(plain).results().forEach(match -> {
            for (var at = match.start(); at < match.end(); at++) {
                blanked.setCharAt(at, BLANK);
            }
        });
        return blanked.toString();
    }

    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (Character.isDigit(sign)) {
                plain.append((char) ('0' + Character.digit(sign, 10)));
            } else if (Character.isSpaceChar(sign)) {
                plain.append(' ');
            } else {
                plain.append(isDash(sign) ? '-' : sign);
            }
        }
        return plain.toString();
    }

    /// Every letter without its accent, as long as the text itself.
    static String withoutAccents(String text) {
        var bare = new StringBuilder(text.length());
        plain(text)
                .chars()
                .forEach(sign -> bare.append(
                        sign < 128
                                ? (char) sign
                                : Normalizer.normalize(String.valueOf((char) sign), NFD)
                                        .charAt(0)));
        return bare.toString();
    }

    private static boolean isDash(char sign) {
        return sign >= '\u2010' && sign <= '\u2012';
    }
}
