package dev.cowork.keeping;

import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was forgotten, told to who asked for it.
final class ReceiptCard {
    private ReceiptCard() {}

    static Message of(UUID receipt, Map<String, Long> gone) {
        return Message.of(
                "It is deleted. Receipt " + receipt,
                List.of(
                        section(it -> it.text(markdownText(SlackText.cut(
                                ":white_check_mark: *It is deleted.*\n" + ForgetModal.listed(gone), 3000)))),
                        context(it -> it.elements(List.of(markdownText("Receipt `" + receipt
                                + "`. That it was done, by whom and how much went stands in the record; whose it was does"
                                + " not."))))));
    }
}
