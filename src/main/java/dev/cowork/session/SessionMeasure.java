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
    private final Drafts drafts;

    SessionMeasure(Sessions sessions, Drafts drafts) {
        this.sessions = sessions;
        this.drafts = drafts;
    }

    /// @param ticket as the agent wrote it; may be empty
    /// @param channel where it was opened
    public record Place(String ticket, String channel) {
        @Override
        public String toString() {
            return "Place[" + channel + "]";
        }
    }

    /// Empty where the workspace has no such session.
    @Transactional
    public Optional<Place> placeOf(WorkspaceId workspace, UUID id) {
        return sessions.of(workspace, id)
                .map(session -> new Place(session.ticket().reference(), session.channel()));
    }

    /// How close the first draft by the owner's own hand came to the one that was used, in hundredths; empty where they
    /// wrote none or none was used.
    @Transactional
    public Optional<Integer> closenessIn(WorkspaceId workspace, UUID id) {
        return sessions.of(workspace, id).flatMap(session -> {
            var own = drafts.allIn(session).stream()
                    .filter(it -> it.writtenBy().filter(session.owner()::equals).isPresent())
                    .findFirst();
            return closeness(own, drafts.usedIn(session));
        });
    }

    private static Optional<Integer> closeness(Optional<Draft> first, List<Draft> used) {
        return used.isEmpty()
                ? Optional.empty()
                : first.map(
                        it -> Closeness.inHundredths(it.words(), used.getLast().words()));
    }
}
