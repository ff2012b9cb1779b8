package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;

/// The modal of `I'm away until…`, sent off.
@ApplicationScoped
class AwayFormListener implements Listener<Inbound.Submitted> {
    private final GoingAway going;
    private final InstantSource clock;

    AwayFormListener(GoingAway going, InstantSource clock) {
        this.going = going;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.form(Buttons.AWAY);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted sent) {
        return AwayModal.wrong(sent.form(), clock.instant())
                .<Reply>map(why -> new Reply.Errors(Map.of(AwayModal.UNTIL, why)))
                .orElseGet(Reply::later);
    }

    @Override
    public void hear(Inbound.Submitted sent) {
        var gesture = sent.gesture();
        if (gesture.isOfThisWorkspace()) {
            AwayModal.read(sent.form())
                    .ifPresent(until -> going.goAway(gesture.workspace(), gesture.member(), until, gesture.key()));
        }
    }
}
