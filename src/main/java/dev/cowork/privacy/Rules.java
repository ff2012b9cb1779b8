package dev.cowork.privacy;

import static dev.cowork.privacy.Trace.Kind.ACCOUNT;
import static dev.cowork.privacy.Trace.Kind.BIRTH;
import static dev.cowork.privacy.Trace.Kind.CARD;
import static dev.cowork.privacy.Trace.Kind.COLLEAGUE;
import static dev.cowork.privacy.Trace.Kind.EMAIL;
import static dev.cowork.privacy.Trace.Kind.EVERYBODY;
import static dev.cowork.privacy.Trace.Kind.LINK;
import static dev.cowork.privacy.Trace.Kind.NUMBER;
import static dev.cowork.privacy.Trace.Kind.SECRET;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The shapes by which people, orders and accounts are recognised, in the order in which they are looked for: what an
/// earlier rule took is not looked at again.
final class Rules {
    private static final Pattern TELLING_LINK = Pattern.compile("[?@#=]|\\d{4}|/[0-9a-fA-F-]{16}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private static final String CUED_BY_A_NUMBERED_THING =
            "(?iu)(?<!\\p{L})(?:order|ticket|case|invoice|booking|reservation|tracking|shipment|parcel|package|account"
                    + "|customer|client|member(?:ship)?|contract|policy|claim|transaction|payment|reference|ref|rma|serial|imei"
                    + "|subscription|passport|licen[cs]e|id|bestell\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|kunden\\p{L}*|sendung\\p{L}*"
                    + "|vertrag\\p{L}*|vorgang\\p{L}*|commande|facture|colis|dossier|compte|pedido|factura|envío|cuenta|ordine|fattura"
                    + "|spedizione|encomenda|fatura|zamówieni\\p{L}*|faktur\\p{L}*|bestelling|factuur|ordre|tilaus\\p{L}*|sipariş)"
                    + "\\.?(?:\\s*(?:number|ref(?:erence)?\\.?|no\\.|nr\\.?|num\\.?|nº|n°|id|code|numéro|número|numero|nummer|no(?=\\s*[\\d:#])))?"
                    + "\\s*(?:is\\s|was\\s|ist\\s|est\\s|es\\s|:|=|-)?\\s*";
    private static final String TOKEN = "[\\p{L}\\d]+(?:[-/_.][\\p{L}\\d]+)*";

    static final List<Rule> FIRST = List.of(
            Rule.of(LINK, "<?(?:https?://|www\\.)[^\\s<>|]+(?:\\|[^>]*)?>?", seen -> isTelling(seen.it())),
            Rule.of(EMAIL, "<mailto:[^>]*>"),
            Rule.of(
                    EMAIL,
                    "[\\p{L}\\p{M}\\d](?:[\\p{L}\\p{M}\\d._%+'-]*[\\p{L}\\p{M}\\d_+-])?@[\\p{L}\\p{M}\\d-]+(?:\\.[\\p{L}\\p{M}\\d-]+)*\\.\\p{L}{2,}"),
            Rule.of(
                    EMAIL,
                    "(?iu)[\\p{L}\\d._%+-]+\\s?[\\[({]\\s?at\\s?[\\])}]\\s?[\\p{L}\\d-]+(?:\\s?(?:\\.|[\\[({]\\s?dot\\s?[\\])}]|\\sdot\\s)\\s?[\\p{L}\\d-]+)+"),
            Rule.of(EMAIL, "(?iu)(?<!\\p{L})[\\p{L}\\d._%+-]+ at [\\p{L}\\d-]+(?: dot [\\p{L}\\d-]+)+(?!\\p{L})"),
            Rule.of(EVERYBODY, "<!(?:subteam\\^)?[^>]+>|(?<![\\p{L}\\d])@(?:here|channel|everyone)\\b"),
            Rule.of(
                    COLLEAGUE,
                    "<@[UWB][A-Z0-9]+(?:\\|[^>]*)?>|(?<![\\p{L}\\d._-])@[\\p{L}][\\p{L}\\d._-]*[\\p{L}\\d]"));

    static final List<Rule> SHAPES = Stream.of(
                    List.of(
                            Rule.of(
                                    ACCOUNT,
                                    "(?<![\\p{L}\\d])[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}(?:[ -]?[A-Z0-9]{1,3})?(?![\\p{L}\\d])",
                                    seen -> Checksums.isIban(seen.it())),
                            Rule.of(
                                    ACCOUNT,
                                    "(?i)\\biban\\b\\W{0,3}(?:is\\s+|number\\s+)?(?<it>[A-Z]{2}\\d{2}[A-Z\\d -]{6,34}[A-Z\\d])"),
                            Rule.amongDigits(
                                    CARD,
                                    "(?<![\\p{L}\\d])\\d(?:[ -]?\\d){12,18}(?![\\p{L}\\d])",
                                    seen -> Checksums.isCard(seen.it())),
                            Rule.of(
                                    CARD,
                                    "(?i)(?:ending|ends|endet)(?: in| with| on| auf)? (?<it>\\d{4})(?!\\d)|(?<card>[*x•]{4}[ -]?\\d{4}(?!\\d))"),
                            Rule.of(
                                    BIRTH,
                                    "(?iu)(?:born(?: on)?|birth ?da(?:te|y)|date of birth|d\\.?o\\.?b\\.?|geboren(?: am)?|née? le|nacid[oa] el|nat[oa] il)\\W{0,3}(?:is |was )?(?<it>\\d{1,4}[./ -]{1,2}(?:\\d{1,2}|\\p{L}{3,10})[./, -]{1,2}\\d{1,4})"),
                            Rule.of(
                                    SECRET,
                                    "(?iu)(?<!\\p{L})(?:password|passwort|passcode|pin|cvv|cvc|otp|api[ -]key|token|mot de passe|contraseña)\\s*[:=]\\s*(?<it>\\S*[^\\s.,;)])"),
                            Rule.of(
                                    SECRET,
                                    "(?iu)(?<!\\p{L})(?:pin|cvv|cvc|otp|passcode|verification code|security code)(?: code| number)?(?: is| was)? (?<it>\\d{3,8})(?!\\d)")),
                    Addresses.RULES,
                    List.of(
                            Rule.of(
                                    NUMBER,
                                    "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?![\\d]|\\.\\d)",
                                    seen -> seen.it().matches(".*\\d{3}.*")),
                            Rule.of(NUMBER, "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b"),
                            Rule.amongDigits(
                                    NUMBER, CUED_BY_A_NUMBERED_THING + "#?(?<it>" + TOKEN + ")", Rules::isAReference),
                            Phones.RULE,
                            Rule.amongDigits(NUMBER, "(?<!&)#\\s?(?<it>[A-Z]{0,5}-?\\d{3,}(?:[-/][A-Z\\d]+)*)"),
                            Rule.amongDigits(
                                    NUMBER,
                                    "(?<![\\p{L}\\d])[A-Z]{1,8}[-_]?\\d{4,}(?:[-_/]?[A-Z\\d]+)*(?![\\p{L}\\d])"),
                            Rule.amongDigits(
                                    NUMBER,
                                    "(?<![\\p{L}\\d])[A-Z]{2,8}(?:-[A-Z\\d]{2,})*-\\d{3,}(?:-[A-Z\\d]+)*(?![\\p{L}\\d])"),
                            Rule.amongDigits(
                                    NUMBER,
                                    "(?<![\\p{L}\\d])(?=(?:[A-Z]*\\d){3})(?=\\d*[A-Z])[A-Z\\d]{8,}(?:-[A-Z\\d]+)*(?![\\p{L}\\d])"),
                            Rule.amongDigits(
                                    NUMBER,
                                    "(?<![\\p{L}\\d])\\d+(?:[-/. ]\\d+)*(?![\\p{L}\\d])",
                                    seen -> isLong(seen.it()))))
            .flatMap(List::stream)
            .toList();

    static final List<Rule> NAMES = Names.RULES;

    private Rules() {}

    /// Links to an article help; links that carry an id, a query or an address lead to one case.
    private static boolean isTelling(String link) {
        return TELLING_LINK.matcher(link.replaceFirst("\\|.*$", "")).find();
    }

    /// `48213` and `A-12/7` are references; `2`, `2FA` and the year 2024 are not.
    private static boolean isAReference(Rule.Sighting seen) {
        var digits = seen.it().replaceAll("\\D", "").length();
        var marked = seen.at() > 0 && seen.text().charAt(seen.at() - 1) == '#';
        var mixed = !seen.it().matches("\\d+");
        return digits >= (marked ? 2 : mixed ? 3 : 4)
                && (marked || !YEAR.matcher(seen.it()).matches());
    }

    private static boolean isLong(String number) {
        return number.matches(".*\\d{6}.*") || number.replaceAll("\\D", "").length() >= 12;
    }
}
