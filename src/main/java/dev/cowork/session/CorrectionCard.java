package dev.cowork.session;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.MemberId;
import java.util.List;
import java.util.UUID;

/// What an agent changed in the ledger, and the press that takes it back.
final class CorrectionCard {
    static final String ACTION = "correction";
    private static final int MOST = 12;
    private static final int LONGEST = 400;

    private CorrectionCard() {}

    static Key key(UUID batch) {
        return Key.of("correction", batch);
    }

    static Message of(MemberId by, UUID batch, List<String> changes) {
        var card = new PagedCard("The facts were corrected").title(by.mention() + " corrected the facts:");
        changes.stream().limit(MOST).forEach(change -> card.item(SlackText.cut(change, LONGEST)));
        if (changes.size() > MOST) {
            card.note("and " + (changes.size() - MOST) + " more");
        }
        card.buttons(List.of(button(
                it -> it.actionId(ACTION + ":back").text(plainText("Take back")).value(batch.toString()))));
        return card.pages().getFirst();
    }

    static Message takenBack(MemberId by) {
        return NoticeCard.of("The correction of the facts was taken back by " + by.mention() + ".");
    }

    /// What the partner hears. One bracket, in which nothing closes it early.
    static String told(MemberId by, List<String> changes) {
        return "[" + by.mention() + " corrected the facts; this is how they stand now. "
                + String.join(" | ", changes).replace('[', '(').replace(']', ')') + "]";
    }
}
