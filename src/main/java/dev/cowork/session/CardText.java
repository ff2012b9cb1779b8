package dev.cowork.session;

import dev.cowork.slack.SlackText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Other people's words inside our cards: never longer than there is room, never alive as a mention, link or broadcast.
final class CardText {
    /// How much of the partner's words one message carries. Slack takes 12,000 characters of markdown.
    static final int MESSAGE = 11_900;
    /// What a text of a section takes.
    static final int SECTION = 3000;

    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private CardText() {}

    /// One line of mrkdwn.
    static String inline(String words, int longest) {
        return escaped(SlackText.cut(words.strip(), 2 * longest).replaceAll("\\s+", " "), longest);
    }

    /// Several lines of mrkdwn; an address in them stays to be read and leads nowhere.
    static String escaped(String said, int longest) {
        // What is cut off in the end need not be looked through.
        var words = SlackText.unlinked(SlackText.cut(said, 2 * longest));
        var whole = SlackText.escaped(words);
        if (whole.length() <= longest) {
            return whole;
        }
        var cut = new StringBuilder();
        for (var at = 0; at < words.length(); at = words.offsetByCodePoints(at, 1)) {
            var next = SlackText.escaped(Character.toString(words.codePointAt(at)));
            if (cut.length() + next.length() >= longest) {
                break;
            }
            cut.append(next);
        }
        return cut + "…";
    }

    /// Lines of mrkdwn, quoted.
    static String quoted(String words, int longest) {
        var lines = words.strip().lines().limit(longest / 20).toList();
        return escaped(String.join("\n", lines), longest - 2 * lines.size() - 2)
                .lines()
                .map(line -> "> " + line)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }

    /// A moment in the reader's own time zone.
    static String at(Instant instant) {
        return "<!date^" + instant.getEpochSecond() + "^{date_short_pretty} {time}|"
                + PLAIN.format(instant.truncatedTo(ChronoUnit.MINUTES)) + ">";
    }

    /// As [#at(Instant)], with ` on ` before it; nothing where there is no moment.
    static String at(Optional<Instant> instant) {
        return instant.map(it -> " on " + at(it)).orElse("");
    }

    /// Cuts the text into pieces of at most `longest` characters that joined are the text again. Cuts at the end of a
    /// paragraph, line or word where there is one in the second half of the piece.
    static List<String> pieces(String text, int longest) {
        var pieces = new ArrayList<String>();
        var from = 0;
        while (text.length() - from > longest) {
            var end = endOfPiece(text, from, longest);
            pieces.add(text.substring(from, end));
            from = end;
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return pieces;
    }

    private static int endOfPiece(String text, int from, int longest) {
        for (var border : List.of("\n\n", "\n", " ")) {
            var at = text.lastIndexOf(border, from + longest - border.length());
            if (at >= from + longest / 2) {
                return at + border.length();
            }
        }
        var end = from + longest;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
