package dev.cowork.training;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;

/// The buttons about practice in App Home.
final class PracticePresses {
    private PracticePresses() {}

    /// `Practise a drill`.
    @ApplicationScoped
    static class Choose implements Listener<Inbound.Pressed> {
        private final ChoosingDrill choosing;

        Choose(ChoosingDrill choosing) {
            this.choosing = choosing;
        }

        @Override
        public Address address() {
            return Address.action("drill_choose");
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return choosing.form(pressed.gesture().workspace(), Optional.empty());
        }
    }

    /// `Let supervisors see it`, and the way back.
    @ApplicationScoped
    @Transactional
    static class Consenting implements Listener<Inbound.Pressed> {
        private final Consents consents;
        private final Event<PracticeChanged> changed;
        private final InstantSource clock;

        Consenting(Consents consents, Event<PracticeChanged> changed, InstantSource clock) {
            this.consents = consents;
            this.changed = changed;
            this.clock = clock;
        }

        @Override
        public Address address() {
            return Address.action(PracticeCard.CONSENT);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public void hear(Inbound.Pressed pressed) {
            var gesture = pressed.gesture();
            if (pressed.value().equals("yes")) {
                consents.give(gesture.workspace(), gesture.member(), clock.instant());
            } else {
                consents.takeBack(gesture.workspace(), gesture.member());
            }
            changed.fire(new PracticeChanged(gesture.workspace(), gesture.member()));
        }
    }
}
