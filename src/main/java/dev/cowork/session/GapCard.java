package dev.cowork.session;

import dev.cowork.slack.Message;
import java.util.List;

/// Says what is not in the company's knowledge.
final class GapCard {
    private GapCard() {}

    static List<Message> of(String question) {
        return new PagedCard("Not in our knowledge")
                .title(":grey_question: *Not in our knowledge:* " + CardText.inline(question, 500))
                .note("Nobody wrote it down yet, so it counts as unknown. It is noted as a gap for whoever keeps the"
                        + " knowledge.")
                .pages();
    }
}
