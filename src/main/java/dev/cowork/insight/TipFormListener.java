package dev.cowork.insight;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.inject.Singleton;
import java.util.Map;

/// Hears a tip's modal being sent off: refuses beside the field what still names somebody, keeps the rest.
abstract class TipFormListener implements Listener<Inbound.Submitted> {
    private final SharingTip sharing;
    private final String callbackId;

    TipFormListener(SharingTip sharing, String callbackId) {
        this.sharing = sharing;
        this.callbackId = callbackId;
    }

    /// Sent off to be posted.
    @Singleton
    static class Sharing extends TipFormListener {
        private final SharingTip sharing;

        Sharing(SharingTip sharing) {
            super(sharing, TipModal.SHARE);
            this.sharing = sharing;
        }

        @Override
        public void hear(Inbound.Submitted submitted) {
            var form = TipForm.read(submitted.form());
            var gesture = submitted.gesture();
            sharing.share(gesture, form.hidden().from(gesture.workspace()), form.words());
        }
    }

    /// Sent off to be kept.
    @Singleton
    static class Rewording extends TipFormListener {
        private final SharingTip sharing;

        Rewording(SharingTip sharing) {
            super(sharing, TipModal.EDIT);
            this.sharing = sharing;
        }

        @Override
        public void hear(Inbound.Submitted submitted) {
            var form = TipForm.read(submitted.form());
            form.hidden().from(submitted.gesture().workspace()).ifPresent(from -> sharing.reword(from, form.words()));
        }
    }

    @Override
    public Address address() {
        return Address.form(callbackId);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        var form = TipForm.read(submitted.form());
        var mended = sharing.mended(form.hidden().from(submitted.gesture().workspace()), form.words());
        return form.problem(mended)
                .<Reply>map(problem -> new Reply.Errors(Map.of(form.hidden().blockId(), problem)))
                .orElseGet(Reply::later);
    }
}
