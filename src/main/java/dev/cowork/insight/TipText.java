package dev.cowork.insight;

import dev.cowork.slack.SlackText;

/// How long a tip may be: short enough to be read in passing.
final class TipText {
    static final int LONGEST = 1000;

    private TipText() {}

    static String cut(String words) {
        return SlackText.cut(words.strip(), LONGEST);
    }
}
