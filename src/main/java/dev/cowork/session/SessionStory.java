package dev.cowork.session;

import dev.cowork.delivery.Outbox;
import dev.cowork.partner.Brief;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.NoSuchElementException;
import java.util.Optional;
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
    private final Turns turns;
    private final Outbox outbox;

    SessionStory(
            Sessions sessions,
            SessionMembers members,
            Utterances utterances,
            Briefing briefing,
            Turns turns,
            Outbox outbox) {
        this.turns = turns;
        this.outbox = outbox;
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

    /// Where the partner's answer stands in Slack that is the `turn`-th of [#briefOf], counted from 1; the last one
    /// where there are fewer. Empty where there is none, or where it has not arrived.
    @Transactional
    public Optional<Inbound.Spot> spotOf(WorkspaceId workspace, UUID id, int turn) {
        return sessions.of(workspace, id).flatMap(session -> {
            var answered = turns.answeredIn(session);
            return answered.isEmpty() || turn < 1
                    ? Optional.empty()
                    : outbox.place(
                                    workspace,
                                    answered.get(Math.min(turn, answered.size()) - 1)
                                            .message())
                            .map(place -> new Inbound.Spot(
                                    place.channel(),
                                    place.ts(),
                                    session.thread().orElseThrow()));
        });
    }

    /// The session's thread, once it stands.
    @Transactional
    public Optional<ThreadRef> threadOf(WorkspaceId workspace, UUID id) {
        return sessions.of(workspace, id).flatMap(Session::thread);
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
