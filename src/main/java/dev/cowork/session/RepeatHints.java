package dev.cowork.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What to think of before a draft goes to a customer whom we failed twice.
final class RepeatHints {
    /// Whoever was failed twice and is answered sooner believes that nobody looked.
    private static final Duration LIKE_A_BOT = Duration.ofMinutes(10);

    private static final String SORRY_FIRST =
            ":warning: Sorry comes first here. After a second failure begin with who stays on it and what they can choose.";
    private static final String TOO_FAST =
            ":hourglass_flowing_sand: Not too fast: an answer within minutes reads like a"
                    + " bot to somebody we failed twice. Call first, or let it rest until the plan stands.";

    private RepeatHints() {}

    static List<String> on(Session session, Draft draft) {
        var hints = new ArrayList<String>();
        if (session.handling().repeat().isPresent()) {
            if (RepeatWords.isSorryFirst(draft.words())) {
                hints.add(SORRY_FIRST);
            }
            if (draft.writtenAt().isBefore(session.openedAt().plus(LIKE_A_BOT))) {
                hints.add(TOO_FAST);
            }
        }
        return List.copyOf(hints);
    }
}
