package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.actions;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;

/// What somebody who decides may set in App Home: that they are away, and who is called where nobody decides.
public final class DeskCard {
    private DeskCard() {}

    public static List<LayoutBlock> of(ProposalBook.Desk desk) {
        var blocks = new ArrayList<LayoutBlock>();
        desk.awayUntil()
                .ifPresent(until -> blocks.add(ProposalCard.markdown(
                        ":palm_tree: You are away until " + Mrkdwn.at(until) + ". Till then nobody waits for you.")));
        blocks.add(actions(it -> it.blockId("desk")
                .elements(List.of(
                        desk.awayUntil().isPresent()
                                ? ProposalCard.press("I am back", Buttons.AWAY + ":" + Buttons.BACK, "back")
                                : ProposalCard.press("I'm away until…", Buttons.AWAY, "away"),
                        ProposalCard.press("Who is called", Buttons.LEADS, "leads")))));
        return blocks;
    }
}
