package dev.cowork.session;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.regex.Pattern;

/// A word to the agent alone.
final class CoachCard {
    /// A whisper is one message: what is longer is not one thing to say.
    private static final int LONGEST = 8000;

    /// Praise that names nothing the agent did teaches nothing.
    private static final Pattern PRAISE = Pattern.compile(
            "(?i)\\W*(?:(?:very |really |so )?(?:good|great|nice|excellent|awesome|amazing|fantastic|perfect|brilliant|super)"
                    + "(?: (?:job|work|thinking|instincts?|question|one|going))?|well done|keep (?:it up|going)|way to go"
                    + "|you(?:'re| are) doing (?:great|well|good))(?:[\\s,!.]+(?:keep (?:it up|going)|well done))?\\W*");

    private CoachCard() {}

    static boolean isEmptyPraise(String note) {
        return PRAISE.matcher(note).matches();
    }

    static Message of(String note) {
        var words = SlackText.cut(note, LONGEST);
        return new PagedCard(words).labelled("For you only:", words).pages().getFirst();
    }
}
