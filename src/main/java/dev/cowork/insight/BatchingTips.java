package dev.cowork.insight;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.Inbox;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.delivery.PostSent;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Brings tips to the team's channel: each at once, and where many come within an hour the rest together at its end.
@ApplicationScoped
class BatchingTips implements Errand {
    private static final String KIND = "tip-batch";
    private static final Duration HOUR = Duration.ofHours(1);
    /// So many an hour are read one by one.
    private static final int AT_ONCE = 20;

    private final Tips tips;
    private final Posting posting;
    private final Settings settings;
    private final Inbox inbox;
    private final InstantSource clock;

    BatchingTips(Tips tips, Posting posting, Settings settings, Inbox inbox, InstantSource clock) {
        this.tips = tips;
        this.posting = posting;
        this.settings = settings;
        this.inbox = inbox;
        this.clock = clock;
    }

    /// Joins the caller's transaction; the tip is kept already.
    void send(Tip tip, String channel) {
        var workspace = tip.key().in();
        posting.learn(workspace, channel);
        if (tips.sharedSince(workspace, tip.sharedAt().minus(HOUR)) <= AT_ONCE) {
            posting.say(workspace, channel, tip.message(), TipCard.of(tip));
            return;
        }
        var batch = String.valueOf(tip.sharedAt().truncatedTo(ChronoUnit.HOURS).getEpochSecond());
        tip.waitsFor(batch);
        inbox.accept(Delivery.own(workspace, Key.of(KIND, batch), Lane.of(workspace, KIND, batch), KIND, batch));
        thank(tip, channel, true);
    }

    private void thank(Tip tip, String channel, boolean waits) {
        posting.say(tip.key().in(), tip.sharedBy().value(), thanks(tip), TipCard.shared(tip, channel, waits));
    }

    /// Takes the tip out of the channel, or out of what waits to go there. Joins the caller's transaction, in which it
    /// is forgotten as well.
    void retract(Tip tip, String channel) {
        var workspace = tip.key().in();
        if (tip.batch().isEmpty()) {
            posting.revise(workspace, tip.message(), "back", TipCard.takenBack());
        } else if (tip.stands()) {
            var batch = tip.batch().get();
            var left = tips.inBatch(workspace, batch).stream()
                    .filter(other -> !other.key().equals(tip.key()))
                    .toList();
            posting.revise(
                    workspace,
                    Key.of("tips", batch),
                    tip.key().id(),
                    left.isEmpty() ? TipCard.takenBack() : TipCard.several(left));
        }
        posting.revise(workspace, thanks(tip), "back", TipCard.gone(channel));
    }

    private static Key thanks(Tip tip) {
        return Key.of(tip.message(), "thanks");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var end = Instant.ofEpochSecond(Long.parseLong(delivery.body())).plus(HOUR);
        if (clock.instant().isBefore(end)) {
            throw new TryLaterException(Duration.between(clock.instant(), end), null);
        }
        QuarkusTransaction.requiringNew().run(() -> post(delivery.workspace(), delivery.body()));
    }

    /// One message for all of them.
    void post(WorkspaceId workspace, String batch) {
        var all = tips.inBatch(workspace, batch);
        if (!all.isEmpty()) {
            posting.say(workspace, settings.tipsChannel(workspace), Key.of("tips", batch), TipCard.several(all));
        }
    }

    void on(@Observes PostSent sent) {
        var parts = sent.message().value().split("/");
        if (parts.length == 2 && parts[0].equals("tip")) {
            tips.findByIdOptional(new Tip.TipKey(sent.workspace().value(), UUID.fromString(parts[1])))
                    .ifPresent(tip -> {
                        tip.standsAt(sent.channel(), sent.ts());
                        thank(tip, sent.channel(), false);
                    });
        } else if (parts.length == 2 && parts[0].equals("tips")) {
            tips.inBatch(sent.workspace(), parts[1]).forEach(tip -> tip.standsAt(sent.channel(), sent.ts()));
        }
    }
}
