package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What goes on in a session beside the partner's answers, in rooms of its own. Found by the container.
public interface Alongside {
    /// Somebody who may act in the session wants what is under way to stop. In the caller's transaction.
    ///
    /// @return whether there was anything to stop
    boolean stop(WorkspaceId workspace, UUID session, MemberId by);

    /// Why no draft that promises these kinds of compensation may be used just now, for the agent; empty where nothing
    /// is against it.
    ///
    /// @param kinds in lower case, as `refund`; none where the draft promises nothing
    Optional<String> forbids(WorkspaceId workspace, UUID session, Set<String> kinds);
}
