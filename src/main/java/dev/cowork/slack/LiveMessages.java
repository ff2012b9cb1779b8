package dev.cowork.slack;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What this process has shown live and not finished yet.
@ApplicationScoped
class LiveMessages {
    private final Map<String, Shown> open = new ConcurrentHashMap<>();

    /// What is certainly to be seen in a live message.
    ///
    /// @param isStream whether Slack streams it; otherwise it is an ordinary message that is rewritten
    /// @param inDoubt whether a call ended unclear, so that more may stand there
    record Shown(String text, boolean isStream, boolean inDoubt) {
        boolean isPrefixOf(String words) {
            return !inDoubt && words.startsWith(text);
        }
    }

    void show(WorkspaceId workspace, Key message, Shown shown) {
        open.put(workspace + "/" + message, shown);
    }

    /// What was shown, once.
    Optional<Shown> leave(WorkspaceId workspace, Key message) {
        return Optional.ofNullable(open.remove(workspace + "/" + message));
    }

    void takeUpAgain(WorkspaceId workspace, Key message, Shown shown) {
        open.putIfAbsent(workspace + "/" + message, shown);
    }
}
