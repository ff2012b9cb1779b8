package dev.cowork.session;

import dev.cowork.slack.Gesture;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Who may do what in a session: its owner and whoever joined, as long as it is open. Anyone who sees a button can
/// press it, so each press is checked here, when it is answered and again when it is worked off.
@ApplicationScoped
class Desk {
    private final Sessions sessions;
    private final SessionMembers members;

    Desk(Sessions sessions, SessionMembers members) {
        this.sessions = sessions;
        this.members = members;
    }

    /// Why the person may not act; empty where they may.
    Optional<String> refusal(Gesture gesture, UUID id) {
        var session = sessions.of(gesture.workspace(), id);
        if (session.isEmpty() || !gesture.isOfThisWorkspace()) {
            return Optional.of("I do not know this session.");
        }
        if (session.get().isClosed()) {
            return Optional.of("This session is closed.");
        }
        return members.include(session.get(), gesture.member())
                ? Optional.empty()
                : Optional.of("Only " + session.get().owner().mention()
                        + " and whoever joined this session may do that. To join, press *Join* on the case card or"
                        + " mention me in the thread.");
    }

    /// The session, locked, for somebody who may act in it.
    Optional<Session> enter(Gesture gesture, UUID id) {
        return refusal(gesture, id).isPresent() ? Optional.empty() : sessions.locked(gesture.workspace(), id);
    }

    /// The session for somebody who need not have joined, as long as it is open.
    Optional<Session> visit(Gesture gesture, UUID id) {
        return gesture.isOfThisWorkspace()
                ? sessions.locked(gesture.workspace(), id).filter(session -> !session.isClosed())
                : Optional.empty();
    }
}
