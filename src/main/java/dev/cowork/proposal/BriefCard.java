package dev.cowork.proposal;

import static com.slack.api.model.block.Blocks.actions;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.cowork.slack.SlackText;
import dev.cowork.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;

/// A proposal in a few lines, as a part of App Home: where it stands, and what the person may do with it there.
final class BriefCard {
    private static final int LONGEST = 300;

    private BriefCard() {}

    /// For who may decide it.
    static List<LayoutBlock> toDecide(WorkspaceId workspace, ProposalBook.Entry entry) {
        return of(workspace, entry, entry.state() == ProposalBook.State.OPEN ? deciding(entry) : renewing(entry));
    }

    /// For who works on its ticket, or has decided it.
    static List<LayoutBlock> toSee(WorkspaceId workspace, ProposalBook.Entry entry) {
        var presses = new ArrayList<BlockElement>();
        if (entry.state() == ProposalBook.State.OPEN) {
            entry.question().ifPresent(asked -> presses.add(ProposalCard.press("Reply", Buttons.ANSWER, asked.card())));
        }
        presses.addAll(renewing(entry));
        return of(workspace, entry, presses);
    }

    private static List<LayoutBlock> of(
            WorkspaceId workspace, ProposalBook.Entry entry, List<? extends BlockElement> presses) {
        var lines = new ArrayList<String>();
        lines.add("*" + Mrkdwn.ask(entry.ask()) + "* · asked for by "
                + entry.createdBy().mention());
        lines.add(standing(entry));
        if (entry.state() == ProposalBook.State.OPEN) {
            lines.add(brief(entry.ask().reason()));
            entry.question()
                    .ifPresent(asked -> lines.add(":question: " + asked.by().mention() + " asked: “"
                            + brief(asked.words()) + "” Nobody has answered yet."));
        }
        lines.add(Mrkdwn.link(workspace, entry.thread(), "Open the thread"));
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(ProposalCard.markdown(String.join("\n", lines)));
        if (!presses.isEmpty()) {
            blocks.add(actions(it -> it.blockId("brief/" + entry.card()).elements(List.copyOf(presses))));
        }
        return blocks;
    }

    private static String standing(ProposalBook.Entry entry) {
        var isEscalation = entry.ask() instanceof Ask.Escalation;
        return switch (entry.state()) {
            case OPEN ->
                ":hourglass_flowing_sand: Answer needed by " + Mrkdwn.at(entry.expiresAt())
                        + entry.decision()
                                .map(first -> " · approved by " + first.by().mention() + " " + Mrkdwn.at(first.at())
                                        + ", a second approval is needed")
                                .orElse("");
            case APPROVED -> ":white_check_mark: " + (isEscalation ? "Taken on" : "Approved") + by(entry);
            case DECLINED -> ":no_entry: Declined" + by(entry);
            case EXPIRED ->
                ":alarm_clock: Expired " + Mrkdwn.at(entry.expiresAt())
                        + ". Nobody decided in time; that is no refusal.";
        };
    }

    private static String by(ProposalBook.Entry entry) {
        return entry.decision()
                .map(last -> (last.verdict() == ProposalDecided.Verdict.OWN_AUTHORITY ? " in their own authority" : "")
                        + " by " + last.by().mention() + " " + Mrkdwn.at(last.at())
                        + (last.words().isBlank() ? "" : ": “" + brief(last.words()) + "”"))
                .orElse("");
    }

    private static List<BlockElement> deciding(ProposalBook.Entry entry) {
        return ApprovalCard.deciding(entry.ask(), entry.card());
    }

    private static List<BlockElement> renewing(ProposalBook.Entry entry) {
        return entry.state() == ProposalBook.State.EXPIRED
                ? List.of(ProposalCard.press("Renew", Buttons.RENEW, entry.card()))
                : List.of();
    }

    private static String brief(String words) {
        return SlackText.escaped(SlackText.cut(words.strip(), LONGEST));
    }
}
