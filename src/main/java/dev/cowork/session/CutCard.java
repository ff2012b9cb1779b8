package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import java.util.List;

/// Says that an answer broke off because it was too long, and offers to have it again.
final class CutCard {
    static final String ACTION = "cut";
    private static final String WORDS =
            "My answer above was too long and broke off at its end. What stands there is kept.";

    private CutCard() {}

    static Key key(Turn turn) {
        return Key.of(turn.message(), "cut");
    }

    static Message of(Turn turn) {
        return new PagedCard(WORDS)
                .title(WORDS)
                .buttons(List.of(button(it -> it.actionId(ACTION + ":again")
                        .text(plainText("Try again"))
                        .value(turn.id().toString()))))
                .pages()
                .getFirst();
    }

    /// The same after somebody pressed, or said something else.
    static Message over() {
        return NoticeCard.of(WORDS);
    }
}
