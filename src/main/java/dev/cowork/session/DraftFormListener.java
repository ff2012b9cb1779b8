package dev.cowork.session;

import dev.cowork.partner.Move;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/// A draft edited by hand becomes the next version.
@ApplicationScoped
@Transactional
class DraftFormListener implements Listener<Inbound.Submitted> {
    private final Drafts drafts;
    private final Desk desk;
    private final ShowingDraft showing;
    private final RecordingWords recording;

    DraftFormListener(Drafts drafts, Desk desk, ShowingDraft showing, RecordingWords recording) {
        this.drafts = drafts;
        this.desk = desk;
        this.showing = showing;
        this.recording = recording;
    }

    @Override
    public Address address() {
        return Address.form(DraftModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        if (DraftModal.read(submitted.form()).isBlank()) {
            return new Reply.Errors(Map.of(DraftModal.firstBlock(), "Write what the customer is to read."));
        }
        return draft(submitted)
                .flatMap(draft -> desk.refusal(submitted.gesture(), draft.session()))
                .<Reply>map(why -> new Reply.Errors(Map.of(DraftModal.firstBlock(), why)))
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        draft(submitted)
                .ifPresent(draft -> desk.enter(submitted.gesture(), draft.session())
                        .ifPresent(session -> bring(submitted, session, draft)));
    }

    private void bring(Inbound.Submitted submitted, Session session, Draft edited) {
        var member = submitted.gesture().member();
        var words = DraftModal.read(submitted.form());
        var written = new Move.WriteDraft(edited.channel(), words, "", edited.promises(), "");
        var draft = showing.bring(session, written, Optional.of(member));
        recording.record(
                session,
                Utterance.Kind.NOTE,
                member,
                "[" + member.mention() + " edited the draft by hand. Version " + draft.version() + " now reads:]\n"
                        + words);
    }

    private Optional<Draft> draft(Inbound.Submitted submitted) {
        return drafts.of(
                submitted.gesture().workspace(),
                Hidden.read(submitted.form().hidden()).id("draft"));
    }
}
