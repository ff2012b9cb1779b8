package dev.cowork.session;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;

/// A word to the agent alone.
final class CoachCard {
    /// A whisper is one message: what is longer is not one thing to say.
    private static final int LONGEST = 8000;

    private CoachCard() {}

    static Message of(String note) {
        var words = SlackText.cut(note, LONGEST);
        return new PagedCard(words).labelled("For you only:", words).pages().getFirst();
    }
}
