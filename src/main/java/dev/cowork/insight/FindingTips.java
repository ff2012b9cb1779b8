package dev.cowork.insight;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Posting;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/// Finds tips for somebody who had to wait until Slack told who can read their channel.
@ApplicationScoped
class FindingTips implements Errand {
    private static final String KIND = "tips-found";

    private final HelpfulTips helpful;
    private final Posting posting;
    private final Inbox inbox;

    FindingTips(HelpfulTips helpful, Posting posting, Inbox inbox) {
        this.helpful = helpful;
        this.posting = posting;
        this.inbox = inbox;
    }

    /// Joins the caller's transaction.
    void order(Inbound.Commanded command, String words) {
        var gesture = command.gesture();
        inbox.accept(Delivery.own(
                gesture.workspace(),
                Key.of(KIND, gesture.key()),
                Lane.of(gesture.workspace(), KIND, gesture.member()),
                KIND,
                String.join(" ", command.channel(), gesture.member().value(), words)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var parts = delivery.body().split(" ", 3);
        helpful.learnNow(delivery.workspace());
        QuarkusTransaction.requiringNew()
                .run(() -> posting.whisper(
                        delivery.workspace(),
                        new ThreadRef(parts[0], ""),
                        new MemberId(parts[1]),
                        delivery.key(),
                        TipCard.told(helpful.answer(delivery.workspace(), parts[2]))));
    }
}
