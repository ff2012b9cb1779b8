package dev.cowork.slack;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Map;

/// Which live message: its name, its thread, and for whom it is written.
record LiveTarget(WorkspaceId workspace, ThreadRef thread, MemberId reader, Key message) {
    Lane lane() {
        return Posting.laneOf(workspace, thread);
    }

    Map<String, String> threadFields() {
        return Map.of("channel", thread.channel(), "thread_ts", thread.ts());
    }
}
