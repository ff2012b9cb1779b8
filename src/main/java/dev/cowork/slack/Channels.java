package dev.cowork.slack;

import com.google.gson.JsonArray;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds a channel's id by its name, and remembers it.
@ApplicationScoped
class Channels {
    private static final Pattern ID = Pattern.compile("[CDGUW][A-Z0-9]{5,}");
    private static final int MOST_PAGES = 50;
    private final SlackCalls calls;
    private final Map<Name, String> ids = new ConcurrentHashMap<>();
    /// Until when Slack wants no such question, as [System#nanoTime] counts.
    private final Map<WorkspaceId, Long> quietUntil = new ConcurrentHashMap<>();

    /// Another workspace has other channels of the same name.
    private record Name(WorkspaceId workspace, String name) {}

    /// By id, whether everybody can read the channel; ids are Slack's own and the same nowhere else.
    private final Map<String, Boolean> open = new ConcurrentHashMap<>();

    Channels(SlackCalls calls) {
        this.calls = calls;
    }

    /// The id of a channel given by name or id. A name Slack does not list is given back as it is: Slack then says
    /// itself what is wrong with it. Empty where Slack cannot be asked just now.
    Optional<String> idOf(WorkspaceId workspace, String nameOrId) {
        return knownIdOf(workspace, nameOrId).or(() -> lookUp(workspace, nameOrId.replaceFirst("^#", "")));
    }

    /// As [#idOf], as far as it is known without asking Slack.
    Optional<String> knownIdOf(WorkspaceId workspace, String nameOrId) {
        var name = nameOrId.replaceFirst("^#", "");
        return ID.matcher(name).matches() ? Optional.of(name) : Optional.ofNullable(ids.get(new Name(workspace, name)));
    }

    /// Whether everybody in the workspace can read the channel; not where Slack has not told us yet.
    boolean isOpen(WorkspaceId workspace, String nameOrId) {
        return knownIdOf(workspace, nameOrId)
                .filter(id -> open.getOrDefault(id, false))
                .isPresent();
    }

    /// Whether Slack has told us who can read the channel.
    boolean isKnown(WorkspaceId workspace, String nameOrId) {
        return knownIdOf(workspace, nameOrId).filter(open::containsKey).isPresent();
    }

    /// Asks Slack beside the work.
    void learn(WorkspaceId workspace, String nameOrId) {
        if (!isKnown(workspace, nameOrId)) {
            Thread.ofVirtual()
                    .name("channels")
                    .start(Within.carried(() -> lookUp(workspace, nameOrId.replaceFirst("^#", ""))));
        }
    }

    private Optional<String> lookUp(WorkspaceId workspace, String name) {
        var wanted = new Name(workspace, name);
        var fields = new HashMap<>(
                Map.of("types", "public_channel,private_channel", "exclude_archived", "true", "limit", "200"));
        for (int page = 0; page < MOST_PAGES && !isFound(wanted); page++) {
            if (isToBeQuiet(workspace)) {
                return Optional.empty();
            }
            var outcome = calls.call(workspace, "conversations.list", fields);
            if (!(outcome instanceof SlackCalls.Outcome.Ok(RawAnswer answer))) {
                Log.warnf("channel %s cannot be looked up: %s", name, outcome.why());
                return withoutList(wanted, outcome);
            }
            keep(workspace, answer);
            var cursor = answer.nextCursor();
            if (cursor.isEmpty()) {
                break;
            }
            fields.put("cursor", cursor);
        }
        var id = ids.getOrDefault(wanted, name);
        // Not listed for us: asking again would change nothing.
        open.putIfAbsent(id, false);
        return Optional.of(id);
    }

    /// Whether the list said what it is, be it given by name or by id.
    private boolean isFound(Name wanted) {
        return ids.containsKey(wanted) || open.containsKey(wanted.name());
    }

    private boolean isToBeQuiet(WorkspaceId workspace) {
        var until = quietUntil.get(workspace);
        return until != null && System.nanoTime() - until < 0;
    }

    /// Where Slack does not let us ask, it is for Slack to say what it thinks of the name.
    private Optional<String> withoutList(Name wanted, SlackCalls.Outcome outcome) {
        if (outcome instanceof SlackCalls.Outcome.Limited(Duration pause)) {
            quietUntil.put(wanted.workspace(), System.nanoTime() + pause.toNanos());
        }
        return outcome instanceof SlackCalls.Outcome.No no && !no.isLockedOut()
                ? Optional.of(wanted.name())
                : Optional.empty();
    }

    private void keep(WorkspaceId workspace, RawAnswer answer) {
        for (var channel : Optional.ofNullable(answer.channels).orElseGet(JsonArray::new)) {
            var found = channel.getAsJsonObject();
            if (found.has("name") && found.has("id")) {
                ids.put(
                        new Name(workspace, found.get("name").getAsString()),
                        found.get("id").getAsString());
                open.put(
                        found.get("id").getAsString(),
                        !found.has("is_private") || !found.get("is_private").getAsBoolean());
            }
        }
    }
}
