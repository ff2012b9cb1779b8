package dev.cowork.session;

import dev.cowork.proposal.Ask;
import dev.cowork.workspace.Money;
import java.util.Locale;

/// What is asked for, in a few words: `Refund $150.00`, `Escalation to legal, today`.
final class Asked {
    private Asked() {}

    static String shown(Ask ask) {
        return switch (ask) {
            case Ask.Compensation it ->
                word(it.kind().name()) + " " + it.amount().shown();
            case Ask.Escalation it ->
                "Escalation to " + it.toWhom() + ", " + plain(it.urgency().name());
        };
    }

    /// As [#shown(Ask)], or what the partner wrote where nobody can read it.
    static String shown(Suggestion suggestion) {
        return suggestion
                .ask()
                .map(Asked::shown)
                .orElseGet(() -> (word(suggestion.what()) + " "
                                + Money.parse(suggestion.amount(), suggestion.currency())
                                        .map(Money::shown)
                                        .orElse(suggestion.amount() + " " + suggestion.currency())
                                + " "
                                + suggestion.urgency())
                        .strip());
    }

    private static String word(String name) {
        var plain = plain(name);
        return plain.isEmpty() ? "" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    }
}
