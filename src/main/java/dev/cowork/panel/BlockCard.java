package dev.cowork.panel;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.delivery.Key;
import dev.cowork.slack.Message;
import dev.cowork.workspace.MemberId;
import java.util.ArrayList;
import java.util.List;

/// A block for those who may lift it, where they see what waits for them.
final class BlockCard {
    private BlockCard() {}

    static Key key(Blocked block) {
        return Key.of("panel-block", block.id());
    }

    /// @param asks whose wish it is
    /// @param channel where its session is
    static Message of(Blocked block, MemberId asks, String channel) {
        var blocks = new ArrayList<LayoutBlock>();
        var head = block.isInForce()
                ? asks.mention() + " asks for a block by policy to be lifted:"
                : ":unlock: Block lifted by "
                        + block.settledBy().map(MemberId::mention).orElse("") + ":";
        blocks.add(section(it -> it.text(markdownText("*" + head + "* " + PanelText.inline(block.what(), 500) + "\n> “"
                + PanelText.inline(block.quote(), 800) + "”"
                + (block.reason().isEmpty() ? "" : "\nReason: " + PanelText.inline(block.reason(), 600))
                + "\nThe session is in "
                + (channel.startsWith("D") ? "direct messages" : "<#" + channel + ">") + "."))));
        if (block.isInForce()) {
            blocks.add(actions(it -> it.elements(List.of(button(lift -> lift.actionId(PanelCard.LIFT + ":" + block.id())
                    .text(plainText("Lift the block"))
                    .value(block.id().toString()))))));
        }
        return Message.of("A block by policy", blocks);
    }
}
