package dev.cowork.proposal;

import com.slack.api.model.block.element.BlockElement;
import dev.cowork.slack.Message;
import java.util.ArrayList;
import java.util.List;

/// The proposal in the approvals channel, with the buttons that decide it for as long as it waits.
final class ApprovalCard {
    private ApprovalCard() {}

    static Message of(Shown shown) {
        var blocks = ProposalCard.blocks(shown);
        if (!shown.precedents().isEmpty()) {
            blocks.add(ProposalCard.markdown(":books: " + shown.precedents()));
        }
        blocks.add(ProposalCard.markdown(threadLink(shown.proposal())));
        if (shown.isOpen()) {
            blocks.add(ProposalCard.buttons(
                    deciding(shown.proposal().ask(), shown.proposal().card().value())));
        }
        ProposalCard.renew(shown).ifPresent(blocks::add);
        return Message.of(ProposalCard.plainly(shown), blocks);
    }

    /// To where the case is worked on; opens for whoever may read there.
    private static String threadLink(Proposal proposal) {
        return Mrkdwn.link(proposal.key().in(), proposal.thread(), "Open the thread");
    }

    /// Whoever is more able takes a case; whoever may say yes approves.
    static List<BlockElement> deciding(Ask ask, String value) {
        var isTaken = ask instanceof Ask.Escalation it && it.need() != Ask.Need.DECISION;
        var approve = ProposalCard.press(isTaken ? "Take it" : "Approve", Buttons.APPROVE, value);
        approve.setStyle("primary");
        var decline = ProposalCard.press("Decline", Buttons.DECLINE, value);
        decline.setStyle("danger");
        return isTaken
                ? List.of(approve, decline, ProposalCard.press("Ask", Buttons.ASK, value))
                : new ArrayList<>(List.of(
                        approve,
                        ProposalCard.press("Approve with changes", Buttons.APPROVE_CHANGES, value),
                        decline,
                        ProposalCard.press("Ask", Buttons.ASK, value)));
    }
}
