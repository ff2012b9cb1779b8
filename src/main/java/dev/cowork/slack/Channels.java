package dev.cowork.slack;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
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

    /// Another workspace has other channels of the same name.
    private record Name(WorkspaceId workspace, String name) {}

    Channels(SlackCalls calls) {
        this.calls = calls;
    }

    /// The id of a channel given by name or id. A name Slack does not list is given back as it is: Slack then says
    /// itself what is wrong with it.
    String idOf(WorkspaceId workspace, String nameOrId) {
        var name = nameOrId.replaceFirst("^#", "");
        if (ID.matcher(name).matches()) {
            return name;
        }
        var known = ids.get(new Name(workspace, name));
        return known != null ? known : lookUp(workspace, name).orElse(name);
    }

    /// As [#idOf], as far as it is known without asking Slack.
    Optional<String> knownIdOf(WorkspaceId workspace, String nameOrId) {
        var name = nameOrId.replaceFirst("^#", "");
        return ID.matcher(name).matches() ? Optional.of(name) : Optional.ofNullable(ids.get(new Name(workspace, name)));
    }

    /// Asks Slack beside the work.
    void learn(WorkspaceId workspace, String nameOrId) {
        if (knownIdOf(workspace, nameOrId).isEmpty()) {
            Thread.ofVirtual().name("channels").start(() -> idOf(workspace, nameOrId));
        }
    }

    private Optional<String> lookUp(WorkspaceId workspace, String name) {
        var fields = new HashMap<>(
                Map.of("types", "public_channel,private_channel", "exclude_archived", "true", "limit", "200"));
        for (int page = 0; page < MOST_PAGES; page++) {
            var outcome = calls.call(workspace, "conversations.list", fields);
            if (!(outcome instanceof SlackCalls.Outcome.Ok(RawAnswer answer)) || answer.channels == null) {
                Log.warnf("channel %s cannot be looked up: %s", name, outcome.why());
                return Optional.empty();
            }
            for (var channel : answer.channels) {
                var found = channel.getAsJsonObject();
                if (found.has("name") && found.has("id")) {
                    ids.put(
                            new Name(workspace, found.get("name").getAsString()),
                            found.get("id").getAsString());
                }
            }
            var cursor = answer.nextCursor();
            if (ids.containsKey(new Name(workspace, name)) || cursor.isEmpty()) {
                break;
            }
            fields.put("cursor", cursor);
        }
        return Optional.ofNullable(ids.get(new Name(workspace, name)));
    }
}
