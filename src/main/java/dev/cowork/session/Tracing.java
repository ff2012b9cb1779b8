package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Finds out whose a message is, by its name.
@ApplicationScoped
class Tracing {
    private final Sessions sessions;
    private final Turns turns;
    private final Drafts drafts;
    private final Suggestions suggestions;

    Tracing(Sessions sessions, Turns turns, Drafts drafts, Suggestions suggestions) {
        this.sessions = sessions;
        this.turns = turns;
        this.drafts = drafts;
        this.suggestions = suggestions;
    }

    /// A message of a session's thread.
    ///
    /// @param what how people call what stands in it
    record Traced(Session session, String what) {}

    /// Empty for other rooms' messages, for what only one person sees and for our own notices.
    Optional<Traced> trace(WorkspaceId workspace, Key message) {
        var parts = message.value().split("/");
        return switch (parts[0]) {
            case "turn" -> turnOf(workspace, message).flatMap(turn -> of(workspace, turn.session(), ofTurn(parts)));
            case "draft" ->
                drafts.of(workspace, UUID.fromString(parts[1]))
                        .flatMap(draft -> of(workspace, draft.session(), "A draft"));
            case "suggestion" ->
                suggestions
                        .of(workspace, UUID.fromString(parts[1]))
                        .flatMap(suggestion -> of(workspace, suggestion.session(), "A suggestion"));
            case "said" -> of(workspace, UUID.fromString(parts[1]), "A message");
            case "session" -> sessions.withCard(workspace, message).map(it -> new Traced(it, "The case card"));
            default -> Optional.empty();
        };
    }

    /// The turn that made the message.
    Optional<Turn> turnOf(WorkspaceId workspace, Key message) {
        var parts = message.value().split("/");
        return parts[0].equals("turn") && parts.length > 2
                ? turns.of(workspace, UUID.fromString(parts[1]))
                : Optional.empty();
    }

    private static String ofTurn(String[] parts) {
        return parts[2].equals("answer") ? "My answer" : "A part of my answer";
    }

    private Optional<Traced> of(WorkspaceId workspace, UUID session, String what) {
        return sessions.of(workspace, session).map(it -> new Traced(it, what));
    }
}
