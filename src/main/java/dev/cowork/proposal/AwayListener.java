package dev.cowork.proposal;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// `I'm away until…` and `I am back` in App Home.
@ApplicationScoped
class AwayListener implements Listener<Inbound.Pressed> {
    private final GoingAway going;
    private final InstantSource clock;

    AwayListener(GoingAway going, InstantSource clock) {
        this.going = going;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.action(Buttons.AWAY);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        if (!pressed.gesture().isOfThisWorkspace()) {
            return Reply.done();
        }
        return isBack(pressed) ? Reply.later() : new Reply.Open(AwayModal.of(clock.instant()));
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        if (isBack(pressed)) {
            var gesture = pressed.gesture();
            going.comeBack(gesture.workspace(), gesture.member(), gesture.key());
        }
    }

    private static boolean isBack(Inbound.Pressed pressed) {
        return pressed.actionId().endsWith(Buttons.BACK);
    }
}
