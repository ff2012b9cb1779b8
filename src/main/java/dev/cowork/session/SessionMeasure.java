package dev.cowork.session;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What can be counted of a session without repeating a word of it.
@ApplicationScoped
public class SessionMeasure {
    private final Sessions sessions;
    private final Turns turns;
    private final Drafts drafts;

    SessionMeasure(Sessions sessions, Turns turns, Drafts drafts) {
        this.sessions = sessions;
        this.turns = turns;
        this.drafts = drafts;
    }

    /// @param ticket as the agent wrote it; may be empty
    /// @param channel where it was opened
    /// @param ownCloseness how much of the first draft by the owner's own hand is in the one that was used, in
    ///     hundredths; empty where they wrote none or none was used
    /// @param partnerCloseness the same of the partner's first draft
    public record Measured(
            String ticket,
            String channel,
            int turns,
            long inputTokens,
            long cachedTokens,
            long outputTokens,
            Optional<Integer> ownCloseness,
            Optional<Integer> partnerCloseness) {
        @Override
        public String toString() {
            return "Measured[" + turns + " turns]";
        }
    }

    /// Empty where the workspace has no such session.
    @Transactional
    public Optional<Measured> of(WorkspaceId workspace, UUID id) {
        return sessions.of(workspace, id).map(this::measured);
    }

    private Measured measured(Session session) {
        var answered = turns.answeredIn(session);
        var written = drafts.allIn(session);
        var used = drafts.usedIn(session);
        return new Measured(
                session.ticket().reference(),
                session.channel(),
                answered.size(),
                answered.stream().mapToLong(turn -> turn.usage().input()).sum(),
                answered.stream().mapToLong(turn -> turn.usage().cachedInput()).sum(),
                answered.stream().mapToLong(turn -> turn.usage().output()).sum(),
                closeness(
                        written.stream()
                                .filter(it -> it.writtenBy()
                                        .filter(session.owner()::equals)
                                        .isPresent())
                                .findFirst(),
                        used),
                closeness(
                        written.stream().filter(it -> it.writtenBy().isEmpty()).findFirst(), used));
    }

    private static Optional<Integer> closeness(Optional<Draft> first, List<Draft> used) {
        return used.isEmpty()
                ? Optional.empty()
                : first.map(
                        it -> Closeness.inHundredths(it.words(), used.getLast().words()));
    }
}
