package dev.cowork.insight;

import dev.cowork.session.SessionStory;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// The forms about gaps sent off, one listener each.
final class GapForms {
    private GapForms() {}

    /// An article closes it; a person alone gets it; what needs no answer goes off the list.
    @ApplicationScoped
    static class Settling implements Listener<Inbound.Submitted> {
        private final KeepingGaps keeping;

        Settling(KeepingGaps keeping) {
            this.keeping = keeping;
        }

        @Override
        public Address address() {
            return Address.form(GapModal.SETTLE);
        }

        @Override
        public Class<Inbound.Submitted> hears() {
            return Inbound.Submitted.class;
        }

        @Override
        public Reply atOnce(Inbound.Submitted submitted) {
            var form = submitted.form();
            var gesture = submitted.gesture();
            if (keeping.openFor(gesture.workspace(), gesture.member(), form.hidden())
                    .isEmpty()) {
                return new Reply.Errors(
                        Map.of(GapModal.ARTICLE, "This gap is closed, or it is with somebody else now."));
            }
            var isDropped = !form.value(GapModal.DROP).isEmpty();
            if (isDropped && !form.value(GapModal.ARTICLE).isEmpty()) {
                return new Reply.Errors(Map.of(GapModal.DROP, "An article answers it: leave one of the two out."));
            }
            if (!isDropped
                    && form.value(GapModal.ARTICLE).isEmpty()
                    && form.value(GapModal.KEEPER).isEmpty()) {
                return new Reply.Errors(
                        Map.of(GapModal.ARTICLE, "Name the article, or choose below who is to answer it."));
            }
            if (!form.value(GapModal.LINK).isEmpty()
                    && !form.value(GapModal.LINK).matches("https?://\\S+")) {
                return new Reply.Errors(Map.of(GapModal.LINK, "Write an address that begins with https://"));
            }
            return Reply.later();
        }

        @Override
        public void hear(Inbound.Submitted submitted) {
            var form = submitted.form();
            var gesture = submitted.gesture();
            if (!form.value(GapModal.DROP).isEmpty()) {
                keeping.drop(gesture.workspace(), gesture.member(), form.hidden());
            } else if (form.value(GapModal.ARTICLE).isEmpty()) {
                keeping.assign(
                        gesture.workspace(),
                        gesture.member(),
                        form.hidden(),
                        new MemberId(form.value(GapModal.KEEPER)));
            } else {
                keeping.close(
                        gesture.workspace(),
                        gesture.member(),
                        form.hidden(),
                        form.value(GapModal.ARTICLE),
                        form.value(GapModal.LINK));
            }
        }
    }

    /// Noted by hand.
    @ApplicationScoped
    static class Noting implements Listener<Inbound.Submitted> {
        private final NotingGaps noting;
        private final DebriefDesk desk;
        private final SessionStory story;

        Noting(NotingGaps noting, DebriefDesk desk, SessionStory story) {
            this.noting = noting;
            this.desk = desk;
            this.story = story;
        }

        @Override
        public Address address() {
            return Address.form(GapModal.NOTE);
        }

        @Override
        public Class<Inbound.Submitted> hears() {
            return Inbound.Submitted.class;
        }

        @Override
        public Reply atOnce(Inbound.Submitted submitted) {
            return submitted.form().value(GapModal.QUESTION).isEmpty()
                    ? new Reply.Errors(Map.of(GapModal.QUESTION, "Write the question first."))
                    : Reply.later();
        }

        @Override
        public void hear(Inbound.Submitted submitted) {
            var form = submitted.form();
            var key = SessionKey.of(submitted.gesture().workspace(), form.hidden());
            noting.note(
                    key,
                    submitted.gesture().member(),
                    form.value(GapModal.KIND).equals(GapModal.POLICY),
                    form.value(GapModal.QUESTION),
                    Situation.confidentialIn(story.briefOf(key.in(), key.session())));
            desk.showAgain(key);
        }
    }
}
