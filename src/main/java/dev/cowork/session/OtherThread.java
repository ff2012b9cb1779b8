package dev.cowork.session;

import dev.cowork.slack.Inbound;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.WorkspaceId;

/// Threads that are no session's, for rooms that hold talks of their own. Found by the container.
public interface OtherThread {
    boolean isMine(WorkspaceId workspace, ThreadRef thread);

    /// Something was said in one of them by a person of the workspace. Runs in the transaction of its hearing.
    void hear(Inbound.Said said);
}
