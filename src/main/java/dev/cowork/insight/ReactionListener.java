package dev.cowork.insight;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// Counts the reactions to tips.
@ApplicationScoped
@Transactional
class ReactionListener implements Listener<Inbound.Reacted> {
    private final Tips tips;
    private final InstantSource clock;

    ReactionListener(Tips tips, InstantSource clock) {
        this.tips = tips;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.reaction();
    }

    @Override
    public Class<Inbound.Reacted> hears() {
        return Inbound.Reacted.class;
    }

    /// Most reactions are to something else: they are not even kept.
    @Override
    public Reply atOnce(Inbound.Reacted reacted) {
        return tips.at(reacted.gesture().workspace(), reacted.channel(), reacted.ts())
                        .isEmpty()
                ? Reply.done()
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Reacted reacted) {
        tips.at(reacted.gesture().workspace(), reacted.channel(), reacted.ts()).forEach(tip -> hear(tip, reacted));
    }

    private void hear(Tip tip, Inbound.Reacted reacted) {
        var member = reacted.gesture().member();
        if (reacted.isTakenBack()) {
            tips.takeBack(tip, member, reacted.reaction());
        } else {
            tips.react(tip, member, reacted.reaction(), clock.instant());
        }
    }
}
