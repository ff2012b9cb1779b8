package dev.cowork.insight;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/// The buttons on a debrief and in the tip's modal, one listener each.
final class TipPresses {
    private TipPresses() {}

    /// `Share tip`: opens the modal with the suggested tip in it.
    @Singleton
    static class Share extends Opening {
        Share(SharingTip sharing) {
            super(sharing, DebriefCard.SHARE, TipModal.SHARE);
        }
    }

    /// `Edit tip`: the same, to be saved and not posted.
    @Singleton
    static class Edit extends Opening {
        Edit(SharingTip sharing) {
            super(sharing, DebriefCard.EDIT, TipModal.EDIT);
        }
    }

    abstract static class Opening implements Listener<Inbound.Pressed> {
        private final SharingTip sharing;
        private final String actionId;
        private final String callbackId;

        Opening(SharingTip sharing, String actionId, String callbackId) {
            this.sharing = sharing;
            this.actionId = actionId;
            this.callbackId = callbackId;
        }

        @Override
        public Address address() {
            return Address.action(actionId);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            if (!pressed.gesture().isOfThisWorkspace()) {
                return new Reply.Whisper("Tips are shared by people of this workspace.");
            }
            var workspace = pressed.gesture().workspace();
            var from = Optional.of(SessionKey.of(workspace, pressed.value()));
            return sharing.suggested(from.get())
                    .<Reply>map(tip -> new Reply.Open(TipModal.of(
                            callbackId,
                            TipForm.Hidden.of(from),
                            sharing.mended(from, tip),
                            sharing.channel(workspace))))
                    .orElseGet(() -> new Reply.Whisper("This tip was shared already."));
        }
    }

    /// `Take out names and numbers`: shows the same modal with mended words.
    @ApplicationScoped
    static class Mend implements Listener<Inbound.Pressed> {
        private final SharingTip sharing;

        Mend(SharingTip sharing) {
            this.sharing = sharing;
        }

        @Override
        public Address address() {
            return Address.action(TipModal.MEND);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public Reply atOnce(Inbound.Pressed pressed) {
            return pressed.view().map(view -> mend(pressed, view)).orElseGet(Reply::done);
        }

        private Reply mend(Inbound.Pressed pressed, Inbound.Form view) {
            var workspace = pressed.gesture().workspace();
            var form = TipForm.read(view);
            var mended = sharing.mended(form.hidden().from(workspace), form.words());
            return new Reply.Change(
                    TipModal.of(view.callbackId(), form.hidden().next(), mended, sharing.channel(workspace)));
        }
    }

    /// `Take it back`, in the thanks for a shared tip.
    @ApplicationScoped
    static class Back implements Listener<Inbound.Pressed> {
        private final SharingTip sharing;

        Back(SharingTip sharing) {
            this.sharing = sharing;
        }

        @Override
        public Address address() {
            return Address.action(TipCard.BACK);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public void hear(Inbound.Pressed pressed) {
            var gesture = pressed.gesture();
            sharing.takeBack(gesture.workspace(), gesture.member(), UUID.fromString(pressed.value()));
        }
    }

    /// `Try again` under a debrief that did not come.
    @ApplicationScoped
    static class TryAgain implements Listener<Inbound.Pressed> {
        private final DebriefDesk desk;

        TryAgain(DebriefDesk desk) {
            this.desk = desk;
        }

        @Override
        public Address address() {
            return Address.action(DebriefCard.TRY_AGAIN);
        }

        @Override
        public Class<Inbound.Pressed> hears() {
            return Inbound.Pressed.class;
        }

        @Override
        public void hear(Inbound.Pressed pressed) {
            desk.tryAgain(SessionKey.of(pressed.gesture().workspace(), pressed.value()));
        }
    }
}
