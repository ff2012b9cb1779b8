package dev.cowork.proposal;

import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import java.util.List;

/// A sentence or two about a proposal.
final class NoteCard {
    private static final int LONGEST = 3000;

    private NoteCard() {}

    static Message of(String mrkdwn) {
        return Message.of(SlackText.cut(Mrkdwn.plainly(mrkdwn), LONGEST), List.of(ProposalCard.markdown(mrkdwn)));
    }
}
