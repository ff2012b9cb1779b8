package dev.cowork.session;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A card of a session that was closed meanwhile: all its words, and nothing left to press.
final class ClosedCard {
    private ClosedCard() {}

    static Message of(Message card) {
        var blocks = new ArrayList<LayoutBlock>(card.blocks().stream()
                .filter(Predicate.not(ActionsBlock.class::isInstance))
                .toList());
        blocks.add(context(block -> block.elements(List.of(markdownText("The session was closed.")))));
        return Message.of(card.text(), blocks);
    }

    static boolean isToBePressed(Message card) {
        return card.blocks().stream().anyMatch(ActionsBlock.class::isInstance);
    }
}
