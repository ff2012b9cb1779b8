package dev.cowork.slack;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What this process has shown live and not finished yet.
@ApplicationScoped
class LiveMessages {
    /// What another process finished is never fetched here: the oldest go when there are too many.
    private static final int MOST = 1_000;

    private final Map<String, Shown> open = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
            return size() > MOST;
        }
    });

    /// What is certainly to be seen in a live message.
    ///
    /// @param isStream whether Slack streams it; otherwise it is an ordinary message that is rewritten
    /// @param inDoubt whether a call ended unclear, so that more may stand there
    record Shown(String text, boolean isStream, boolean inDoubt) {
        boolean isPrefixOf(String words) {
            return !inDoubt && words.startsWith(text);
        }

        /// The same, after a call of which nobody knows whether it was done.
        Shown doubted() {
            return new Shown(text, isStream, true);
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
