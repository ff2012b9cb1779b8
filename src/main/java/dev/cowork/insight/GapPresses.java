package dev.cowork.insight;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;

/// The buttons about gaps, one listener each.
final class GapPresses {
    private GapPresses() {}

    /// `Assign or answer` in App Home: all that is open.
    @ApplicationScoped
    static class All implements Listener<Inbound.Pressed> {
        private final KeepingGaps keeping;

        All(KeepingGaps keeping) {
            this.keeping = keeping;
        }

        @Override
        public Address address() {
            return Address.action(GapsCard.ALL);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return keeping.mayAssign(
                            pressed.gesture().workspace(), pressed.gesture().member())
                    ? new Reply.Open(GapModal.all(keeping.open(pressed.gesture().workspace(), GapModal.MOST)))
                    : Reply.done();
        }
    }

    /// `Answer` in App Home: what the person is to answer.
    @ApplicationScoped
    static class Mine implements Listener<Inbound.Pressed> {
        private final KeepingGaps keeping;

        Mine(KeepingGaps keeping) {
            this.keeping = keeping;
        }

        @Override
        public Address address() {
            return Address.action(GapsCard.MINE);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return new Reply.Open(GapModal.all(keeping.openWith(
                    pressed.gesture().workspace(), pressed.gesture().member())));
        }
    }

    /// One gap, from the list, from App Home or from a direct message.
    @ApplicationScoped
    static class One implements Listener<Inbound.Pressed> {
        private final KeepingGaps keeping;

        One(KeepingGaps keeping) {
            this.keeping = keeping;
        }

        @Override
        public Address address() {
            return Address.action(GapCard.OPEN);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            var gesture = pressed.gesture();
            var isOnAModal = pressed.view()
                    .filter(view ->
                            pressed.where().isEmpty() && !view.callbackId().isEmpty())
                    .isPresent();
            return keeping.openFor(gesture.workspace(), gesture.member(), pressed.value())
                    .map(GapModal::settle)
                    .<Reply>map(form -> isOnAModal ? new Reply.Push(form) : new Reply.Open(form))
                    .orElseGet(() -> new Reply.Whisper("This gap is closed, or it is with somebody else now."));
        }
    }

    /// `Note a gap` under a debrief.
    @ApplicationScoped
    static class Note implements Listener<Inbound.Pressed> {
        @Override
        public Address address() {
            return Address.action(DebriefCard.NOTE_GAP);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return pressed.gesture().isOfThisWorkspace()
                    ? new Reply.Open(
                            GapModal.note(SessionKey.of(pressed.gesture().workspace(), pressed.value())))
                    : new Reply.Whisper("Gaps are noted by people of this workspace.");
        }
    }
}
