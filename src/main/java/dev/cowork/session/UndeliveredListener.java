package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Posting;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// `Try again`, under what could not be shown.
@ApplicationScoped
@Transactional
class UndeliveredListener implements Listener<Inbound.Pressed> {
    private final Sessions sessions;
    private final SessionMembers members;
    private final Posting posting;

    UndeliveredListener(Sessions sessions, SessionMembers members, Posting posting) {
        this.sessions = sessions;
        this.members = members;
        this.posting = posting;
    }

    @Override
    public Address address() {
        return Address.action(UndeliveredCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        return session(pressed).isPresent()
                ? Reply.later()
                : new Reply.Whisper("Only those who work on this ticket may do that.");
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var lost = UndeliveredCard.Lost.read(pressed.value());
        session(pressed).ifPresent(session -> {
            var thread = session.thread().orElseThrow();
            var again = UndeliveredCard.tryingAgain();
            if (lost.message().isEmpty()) {
                posting.revise(session.workspace(), lost.notice(), "again", again);
                posting.again(session.workspace(), thread);
            } else {
                posting.revise(session.workspace(), thread, lost.notice(), "again", again);
                posting.again(session.workspace(), new Key(lost.message()));
            }
        });
    }

    /// A closed session's too: what it had to say is still to be read.
    private Optional<Session> session(Inbound.Pressed pressed) {
        var id = UUID.fromString(UndeliveredCard.Lost.read(pressed.value()).session());
        return Optional.of(pressed.gesture())
                .filter(gesture -> gesture.isOfThisWorkspace())
                .flatMap(gesture -> sessions.of(gesture.workspace(), id)
                        .filter(session -> members.include(session, gesture.member())));
    }
}
