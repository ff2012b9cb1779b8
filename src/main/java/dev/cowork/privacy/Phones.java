package dev.cowork.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/// Phone numbers, in the shapes of many countries. Long or marked ones are told by their shape; for seven or eight
/// digits without any mark, the numbering plans decide, so that `1000-1500 pieces` stays.
final class Phones {
    private static final Pattern CUE = Pattern.compile(
            "(?iu)(?:phone|tel|call|calling|mobile|cell|fax|whatsapp|sms|text|ring|dial|reach|contact|telefon|handy|rufnummer"
                    + "|téléphone|tél|portable|teléfono|móvil|celular|telefono|cellulare|telefone|telemóvel|telefoon|puhelin"
                    + "|телефон)[\\p{L}]*[\\s.:#]*(?:(?:me|us|them|him|her|number|no\\.?|on|at|is|back|under|the|customer)[\\s.:]*){0,4}$");
    private static final Pattern MARK = Pattern.compile("^(?:\\+|00)\\s?\\(?\\d.*|^\\(\\d{2,5}\\).*");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)\\s?(?:ext\\.?|x|extension|durchwahl|poste)\\s?\\d+$");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{2}[-. ]\\d{4}");
    private static final Pattern YEARS = Pattern.compile("(?:(?:19|20)\\d\\d[^\\d]*)+");

    static final Rule RULE = Rule.amongDigits(
            Trace.Kind.PHONE,
            "(?<![\\p{L}\\d#/_.-])(?:\\+\\s?|00)?\\(?\\d{1,5}\\)?(?:[ ./()-]{0,3}\\d{1,8}){0,7}(?i:\\s?(?:ext\\.?|x|extension|durchwahl|poste)\\s?\\d{1,6})?(?![\\p{L}\\d])",
            Phones::isPhone);

    private Phones() {}

    private static boolean isPhone(Rule.Sighting seen) {
        var number = EXTENSION.matcher(seen.it()).replaceFirst("");
        var digits = number.replaceAll("\\D", "").length();
        if (digits < 6 || digits > 15 || YEARS.matcher(number).matches()) {
            return false;
        }
        if (MARK.matcher(number).matches() || isCued(seen)) {
            return true;
        }
        var grouped = !number.matches("\\d+");
        return switch (digits) {
            case 6 -> false;
            case 7, 8 -> grouped && (LOCAL.matcher(number).matches() || isInSomeNumberingPlan(number));
            default -> grouped || number.startsWith("0") || isInSomeNumberingPlan(number);
        };
    }

    private static boolean isCued(Rule.Sighting seen) {
        return CUE.matcher(seen.text().substring(Math.max(0, seen.at() - 48), seen.at()))
                .find();
    }

    private static boolean isInSomeNumberingPlan(String number) {
        var plans = PhoneNumberUtil.getInstance();
        return plans.getSupportedRegions().stream().anyMatch(region -> {
            try {
                return plans.isValidNumberForRegion(plans.parse(number, region), region);
            } catch (NumberParseException noNumber) {
                return false;
            }
        });
    }
}
