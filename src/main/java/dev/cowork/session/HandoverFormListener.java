package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The form of [HandoverModal] sent off.
@ApplicationScoped
@Transactional
class HandoverFormListener implements Listener<Inbound.Submitted> {
    private static final String SLACKBOT = "USLACKBOT";

    private final Sessions sessions;
    private final Desk desk;
    private final HandingOver handingOver;

    HandoverFormListener(Sessions sessions, Desk desk, HandingOver handingOver) {
        this.sessions = sessions;
        this.desk = desk;
        this.handingOver = handingOver;
    }

    @Override
    public Address address() {
        return Address.form(HandoverModal.CALLBACK);
    }

    @Override
    public Class<Inbound.Submitted> hears() {
        return Inbound.Submitted.class;
    }

    @Override
    public Reply atOnce(Inbound.Submitted submitted) {
        return refusal(submitted)
                .<Reply>map(why -> new Reply.Errors(Map.of(HandoverModal.TO, why)))
                .orElse(Reply.later());
    }

    @Override
    public void hear(Inbound.Submitted submitted) {
        if (refusal(submitted).isEmpty()) {
            var to = new MemberId(submitted.form().value(HandoverModal.TO));
            var note = submitted.form().value(HandoverModal.NOTE);
            desk.enter(submitted.gesture(), session(submitted))
                    .ifPresent(session -> handingOver.handOver(session, to, note, submitted.gesture()));
        }
    }

    private Optional<String> refusal(Inbound.Submitted submitted) {
        var to = submitted.form().value(HandoverModal.TO);
        if (to.isEmpty() || to.equals(SLACKBOT)) {
            return Optional.of("Choose a person.");
        }
        return desk.refusal(submitted.gesture(), session(submitted))
                .or(() -> sessions.of(submitted.gesture().workspace(), session(submitted))
                        .filter(session -> session.owner().value().equals(to))
                        .map(_ -> "This person is the owner already."));
    }

    private static UUID session(Inbound.Submitted submitted) {
        return Hidden.read(submitted.form().hidden()).id(HandoverModal.SESSION);
    }
}
