package dev.cowork.session;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A person's sessions, to be read by others.
@ApplicationScoped
public class SessionBook {
    private final Sessions sessions;
    private final ShowingCase showing;

    SessionBook(Sessions sessions, ShowingCase showing) {
        this.sessions = sessions;
        this.showing = showing;
    }

    /// A session as it is now. The customer is not in it: lists are seen over shoulders.
    ///
    /// @param name what tells an open one apart from others
    /// @param thread empty until its card stands in Slack
    public record Entry(
            UUID id,
            Optional<ThreadRef> thread,
            String opening,
            String name,
            String ticket,
            boolean isPaused,
            Instant openedAt,
            Optional<Instant> closedAt,
            String outcome) {
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    /// What the person has open, the newest first; at most twenty.
    @Transactional
    public List<Entry> openOf(WorkspaceId workspace, MemberId owner) {
        return sessions.openOf(workspace, owner).stream().map(this::entry).toList();
    }

    /// All the person ever opened, the newest first; at most a thousand.
    @Transactional
    public List<Entry> allOf(WorkspaceId workspace, MemberId owner) {
        return sessions.allOf(workspace, owner).stream().map(this::entry).toList();
    }

    /// Whose session it is; empty where the workspace has none of that id.
    @Transactional
    public Optional<MemberId> ownerOf(WorkspaceId workspace, UUID session) {
        return sessions.of(workspace, session).map(Session::owner);
    }

    private Entry entry(Session session) {
        return new Entry(
                session.id(),
                session.thread(),
                session.opening(),
                session.isClosed() ? showing.openingName(session) : showing.nameOf(session),
                session.ticket().reference(),
                session.state() == Session.State.PAUSED,
                session.openedAt(),
                session.closedAt(),
                session.outcome());
    }
}
