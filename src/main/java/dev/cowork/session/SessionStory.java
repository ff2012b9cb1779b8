package dev.cowork.session;

import dev.cowork.partner.Brief;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What happened in a session, for whoever looks back on it.
@ApplicationScoped
public class SessionStory {
    private final Sessions sessions;
    private final SessionMembers members;
    private final Utterances utterances;
    private final Briefing briefing;

    SessionStory(Sessions sessions, SessionMembers members, Utterances utterances, Briefing briefing) {
        this.sessions = sessions;
        this.members = members;
        this.utterances = utterances;
        this.briefing = briefing;
    }

    /// The whole talk, as the partner knows it. `words` is what was said after the partner's last answer.
    ///
    /// @throws NoSuchElementException where the workspace has no such session
    @Transactional
    public Brief briefOf(WorkspaceId workspace, UUID id) {
        var session = sessions.of(workspace, id).orElseThrow(() -> unknown(workspace, id));
        var after = utterances.waitingIn(session).stream().map(Utterance::words).collect(Collectors.joining("\n\n"));
        return briefing.of(session, after);
    }

    /// Everybody who worked on the ticket as agent.
    ///
    /// @throws NoSuchElementException where the workspace has no such session
    @Transactional
    public Set<MemberId> agentsOf(WorkspaceId workspace, UUID id) {
        return members.of(sessions.of(workspace, id).orElseThrow(() -> unknown(workspace, id)));
    }

    private static NoSuchElementException unknown(WorkspaceId workspace, UUID id) {
        return new NoSuchElementException("workspace " + workspace + " has no session " + id);
    }
}
