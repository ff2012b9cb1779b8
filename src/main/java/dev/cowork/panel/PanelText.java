package dev.cowork.panel;

import dev.cowork.slack.SlackText;
import java.util.List;

/// Other people's words in our cards: one line, escaped, no longer than there is room.
final class PanelText {
    private PanelText() {}

    /// As in “Policy, Technical and Response”.
    static String names(List<Seat> seats) {
        var names = seats.stream().map(Seat::name).toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    static String inline(String words, int longest) {
        // What is cut off in the end need not be looked through.
        var near = SlackText.cut(words.strip(), 2 * longest);
        var plain = SlackText.unlinked(near.replaceAll("\\s+", " "));
        var fits = longest;
        var escaped = SlackText.escaped(SlackText.cut(plain, fits));
        while (escaped.length() > longest && fits > 1) {
            fits -= Math.max(1, (escaped.length() - longest) / 5);
            escaped = SlackText.escaped(SlackText.cut(plain, Math.max(1, fits)));
        }
        return escaped;
    }
}
