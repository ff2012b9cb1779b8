package dev.cowork.privacy;

import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tells real card and account numbers from digits that only look so.
final class Checksums {
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Checksums() {}

    /// Whether the digits of a text pass Luhn's check, as every payment card does.
    static boolean isCard(String text) {
        var digits = text.replaceAll("\\D", "");
        var sum = 0;
        for (var place = 0; place < digits.length(); place++) {
            var digit = digits.charAt(digits.length() - 1 - place) - '0';
            var weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0;
    }

    /// Whether a text is an IBAN by ISO 7064's modulo 97.
    static boolean isIban(String text) {
        var plain = text.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        var turned = plain.substring(4) + plain.substring(0, 4);
        var digits = turned.chars()
                .mapToObj(sign -> String.valueOf(Character.digit(sign, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(NINETY_SEVEN).intValue() == 1;
    }
}
