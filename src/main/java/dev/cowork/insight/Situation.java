package dev.cowork.insight;

import dev.cowork.partner.Brief;
import dev.cowork.privacy.Confidential;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a session's opening says about the customer and the ticket.
final class Situation {
    private Situation() {}

    static Confidential confidentialIn(Brief brief) {
        return Confidential.of(
                wordsUnder(brief, label -> label.equals("customer")),
                wordsUnder(brief, label -> label.startsWith("ticket")));
    }

    private static String wordsUnder(Brief brief, Predicate<String> label) {
        return brief.situation().stream()
                .filter(field -> label.test(field.label().strip().toLowerCase(Locale.ROOT)))
                .map(Brief.Field::text)
                .collect(Collectors.joining(" "));
    }
}
