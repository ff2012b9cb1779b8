package dev.cowork.impact.ticket;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a ticket is recognised by, however it was written: `#35436`, `ZD-35436`, `ticket 35436` and
/// `https://acme.zendesk.com/agent/tickets/35436` are one; `SUP-123` and `BILL-123` are two.
public final class TicketKey {
    /// What people put before a number without meaning more by it.
    private static final Pattern NUMBER = Pattern.compile(
            "(?:TICKET|TICKETS|CASE|CONVERSATION|ZENDESK|ZD|INTERCOM|IC|ID|NO|NR|NUMBER)?[-#:. ]*(\\d+)");

    private static final int LONGEST = 200;

    private TicketKey() {}

    /// Empty where nothing is left by which a ticket could be told from another.
    public static Optional<String> of(String written) {
        var words = lastPart(written.strip()).toUpperCase(Locale.ROOT).strip().replaceAll("^[#\\s]+|[\\s.]+$", "");
        if (words.isEmpty() || words.length() > LONGEST || words.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var number = NUMBER.matcher(words);
        return Optional.of(number.matches() ? number.group(1) : words);
    }

    private static String lastPart(String written) {
        if (!written.matches("(?i)https?://\\S+")) {
            return written;
        }
        try {
            var path = Optional.ofNullable(URI.create(written).getPath()).orElse("");
            var parts = path.split("/");
            for (int part = parts.length - 1; part >= 0; part--) {
                if (parts[part].chars().anyMatch(Character::isDigit)) {
                    return parts[part];
                }
            }
            return written;
        } catch (IllegalArgumentException noAddress) {
            return written;
        }
    }
}
