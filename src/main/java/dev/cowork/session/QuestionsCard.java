package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.element.ButtonElement;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import java.util.List;

/// What the partner wants to know, question by question, each ticked once it is answered.
final class QuestionsCard {
    static final String ACTION = "question";
    private static final int LONGEST_ANSWER = 90;
    /// What a row counts, buttons or answer, so that a tick moves nothing to another message.
    private static final int ROW = 120;

    private QuestionsCard() {}

    static Key key(AskedQuestion question, int page) {
        return page == 0 ? question.message() : Key.of(question.message(), "part", page + 1);
    }

    static List<Message> of(List<AskedQuestion> questions) {
        var card = new PagedCard("Questions: "
                        + String.join(
                                " ",
                                questions.stream().map(AskedQuestion::words).toList()))
                .title("*Questions*");
        for (var question : questions) {
            card.labelled((question.isOpen() ? "" : "✓ ") + question.number() + ".", question.words());
            switch (question.state()) {
                case OPEN -> card.buttons(buttons(question), ROW);
                case ANSWERED -> card.note("✓ " + CardText.inline(question.answer(), LONGEST_ANSWER), ROW);
                case NOT_KNOWN -> card.note("✓ Not known", ROW);
            }
        }
        var isAnyOpen = questions.stream().anyMatch(AskedQuestion::isOpen);
        return card.note(
                        isAnyOpen
                                ? "Answer here one by one, or in the thread in any words. \"I don't know\" is an answer. I go"
                                        + " on when all are answered, or when you write."
                                : "All answered.",
                        ROW)
                .pages();
    }

    private static List<ButtonElement> buttons(AskedQuestion question) {
        return List.of(press(question, "answer", "Answer"), press(question, "unknown", "Don't know"));
    }

    private static ButtonElement press(AskedQuestion question, String what, String label) {
        return button(it -> it.actionId(ACTION + ":" + what + ":" + question.number())
                .text(plainText(label))
                .accessibilityLabel(label + ": question " + question.number())
                .value(question.id().toString()));
    }
}
