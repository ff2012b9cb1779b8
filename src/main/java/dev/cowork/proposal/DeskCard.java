package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.actions;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;

/// The parts of App Home that are about proposals.
public final class DeskCard {
    private DeskCard() {}

    /// A proposal for who may decide it.
    public static List<LayoutBlock> toDecide(WorkspaceId workspace, ProposalBook.Entry entry) {
        return BriefCard.toDecide(workspace, entry);
    }

    /// A proposal for who works on its ticket, or has decided it.
    public static List<LayoutBlock> toSee(WorkspaceId workspace, ProposalBook.Entry entry) {
        return BriefCard.toSee(workspace, entry);
    }

    /// What somebody who decides may set: that they are away, and who is called where nobody decides.
    public static List<LayoutBlock> settings(ProposalBook.Desk desk) {
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
