package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.slack.Message;
import java.util.List;

/// What the customer will probably say next, each with an answer ready.
final class RepliesCard {
    private RepliesCard() {}

    static List<Message> of(List<Move.AnticipateReplies.LikelyReply> replies) {
        var card = new PagedCard("What the customer may say next").title("*What comes next*");
        for (var reply : replies) {
            card.divider()
                    .labelled("If they say:", reply.customer())
                    .words("You could answer:")
                    .quote(reply.answer());
        }
        return card.pages();
    }
}
