package dev.cowork.partner;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the agent would like a draft to begin with: "What if we led with the replacement instead of the apology?"
final class Leading {
    private static final Pattern WISH = Pattern.compile(
            "\\b(?:lead|led|leading|start|started|starting|open|opened|begin|began|beginning) (?:it |the draft |the mail |the message )?with (?:the |a |an |our )?(replacement|refund|credit|solution|offer|apology|remedy|discount|next step)",
            Pattern.CASE_INSENSITIVE);

    private Leading() {}

    static Optional<String> wishedFor(String words) {
        return WISH.matcher(words)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .findFirst();
    }
}
