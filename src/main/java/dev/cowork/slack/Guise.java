package dev.cowork.slack;

import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// As who the bot writes in a workspace that gave it a name or a picture. Slack leaves both aside where the workspace
/// has not granted `chat:write.customize`.
@ApplicationScoped
class Guise {
    /// Those that make a message; what is written over it keeps its name.
    private static final Set<String> MAKING = Set.of("chat.postMessage", "chat.postEphemeral", "chat.startStream");

    private final Settings settings;

    Guise(Settings settings) {
        this.settings = settings;
    }

    Map<String, String> on(WorkspaceId workspace, String method, Map<String, String> fields) {
        if (!MAKING.contains(method)) {
            return fields;
        }
        var all = new HashMap<>(fields);
        settings.botName(workspace).ifPresent(name -> all.put("username", name));
        settings.botPicture(workspace).ifPresent(emoji -> all.put("icon_emoji", emoji));
        return all;
    }
}
