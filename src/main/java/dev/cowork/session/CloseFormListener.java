package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/// The form of [CloseModal] sent off.
@ApplicationScoped
@Transactional
class CloseFormListener implements Listener<Inbound.Submitted> {
    private final Desk desk;
    private final ClosingSession closing;

    CloseFormListener(Desk desk, ClosingSession closing) {
        this.desk = desk;
        this.closing = closing;
    }

    @Override
    public Address address() {
        return Address.form(CloseModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        if (Outcome.of(submitted.form().value(CloseModal.OUTCOME)).isEmpty()) {
            return new Reply.Errors(Map.of(CloseModal.OUTCOME, "Choose how it ended."));
        }
        return desk.refusal(submitted.gesture(), session(submitted))
                .<Reply>map(why -> new Reply.Errors(Map.of(CloseModal.OUTCOME, why)))
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        var form = submitted.form();
        var ending = new ClosingSession.Ending(
                Outcome.of(form.value(CloseModal.OUTCOME)).orElse(Outcome.OTHER),
                form.value(CloseModal.NOTE),
                ScaleModal.read(form.value(CloseModal.CONFIDENCE)),
                CloseModal.firstContact(form.value(CloseModal.FIRST_CONTACT)));
        desk.enter(submitted.gesture(), session(submitted))
                .ifPresent(session ->
                        closing.close(session, ending, submitted.gesture().member()));
    }

    private static UUID session(Inbound.Submitted submitted) {
        return Hidden.read(submitted.form().hidden()).id(CloseModal.SESSION);
    }
}
