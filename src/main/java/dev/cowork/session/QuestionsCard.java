package dev.cowork.session;

import dev.cowork.slack.Message;
import java.util.List;

/// What the partner wants to know first.
final class QuestionsCard {
    private QuestionsCard() {}

    static List<Message> of(List<String> questions) {
        var card = new PagedCard("Questions: " + String.join(" ", questions)).title("*Questions*");
        for (var number = 1; number <= questions.size(); number++) {
            card.labelled(number + ".", questions.get(number - 1));
        }
        return card.note("Answer in the thread, in any words. \"I don't know\" is an answer.")
                .pages();
    }
}
