package dev.cowork.proposal;

import dev.cowork.slack.Message;
import java.util.List;

/// A sentence or two about a proposal.
final class NoteCard {
    private NoteCard() {}

    static Message of(String mrkdwn) {
        return Message.of(Mrkdwn.plainly(mrkdwn), List.of(ProposalCard.markdown(mrkdwn)));
    }
}
