package dev.cowork.proposal;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What waited for a person at a moment, in one message. It says of when it is: App Home shows what is true now.
final class DigestCard {
    private static final int LONGEST_REASON = 150;
    static final int MOST = 20;

    private DigestCard() {}

    /// @param waiting the first of them, the earliest deadline first
    static Message of(List<Proposal> waiting, long inAll, Instant at) {
        var title = inAll + (inAll == 1 ? " proposal waits" : " proposals wait") + " for your decision";
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(
                ProposalCard.markdown("*" + title + "* (" + Mrkdwn.at(at) + "). The earliest deadline comes first."));
        waiting.stream()
                .limit(MOST)
                .map(DigestCard::line)
                .map(ProposalCard::markdown)
                .forEach(blocks::add);
        if (inAll > waiting.size()) {
            blocks.add(ProposalCard.markdown("… and " + (inAll - waiting.size()) + " more."));
        }
        blocks.add(ProposalCard.markdown("Decide them in my *Home* tab, which shows what still waits."));
        return Message.of(title, blocks);
    }

    private static String line(Proposal proposal) {
        return "• *" + Mrkdwn.ask(proposal.ask()) + "* by " + Mrkdwn.at(proposal.expiresAt()) + ", asked for by "
                + proposal.createdBy().mention() + " · "
                + Mrkdwn.link(proposal.key().in(), proposal.thread(), "Open the thread") + "\n"
                + SlackText.escaped(SlackText.cut(proposal.ask().reason().replaceAll("\\s+", " "), LONGEST_REASON));
    }
}
