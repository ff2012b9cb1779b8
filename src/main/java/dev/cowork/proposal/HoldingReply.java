package dev.cowork.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the customer is told until the answer is there. It promises no answer sooner than one is due.
final class HoldingReply {
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?<when>within|in)(?<next> the next)? (?<number>\\d+|an|one|a|two|three|four|five|six|twelve)"
                    + " (?<unit>minute|hour|day)s?\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six");

    private HoldingReply() {}

    /// The same words with the real time where they name a shorter one, and with it added where they name none.
    ///
    /// @param time until an answer is due
    static String of(String words, Duration time) {
        if (words.isBlank()) {
            return words;
        }
        var within = WITHIN.matcher(words);
        if (!within.find()) {
            return words.strip() + " You will hear from us within " + shown(time) + ".";
        }
        return within.reset()
                .replaceAll(found -> length(within).compareTo(time) < 0
                        ? Matcher.quoteReplacement(found.group().replaceFirst("(?i)(within|in).*", "$1 " + shown(time)))
                        : Matcher.quoteReplacement(found.group()));
    }

    private static Duration length(Matcher found) {
        var number = number(found.group("number").toLowerCase(Locale.ROOT));
        return switch (found.group("unit").toLowerCase(Locale.ROOT)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static long number(String word) {
        if (word.matches("\\d+")) {
            return word.length() > 4 ? 9999 : Long.parseLong(word);
        }
        return word.equals("twelve") ? 12 : Math.max(1, NUMBERS.indexOf(word));
    }

    /// `30 minutes`, `2 hours`, `24 hours`.
    static String shown(Duration time) {
        if (time.toMinutes() % 60 != 0) {
            return time.toMinutes() + " minutes";
        }
        return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
    }
}
