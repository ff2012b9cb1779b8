package dev.cowork.panel;

import dev.cowork.slack.SlackText;

/// Other people's words in our cards: one line, escaped, no longer than there is room.
final class PanelText {
    private PanelText() {}

    static String inline(String words, int longest) {
        var plain = SlackText.unlinked(words.strip().replaceAll("\\s+", " "));
        var fits = longest;
        var escaped = SlackText.escaped(SlackText.cut(plain, fits));
        while (escaped.length() > longest && fits > 1) {
            fits -= Math.max(1, (escaped.length() - longest) / 5);
            escaped = SlackText.escaped(SlackText.cut(plain, Math.max(1, fits)));
        }
        return escaped;
    }
}
