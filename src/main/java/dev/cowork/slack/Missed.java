package dev.cowork.slack;

import dev.cowork.workspace.WorkspaceId;
import java.util.function.Consumer;

/// For a while we were away or Slack was, for longer than Slack sends again. Whoever listens in threads names them:
/// what people wrote there meanwhile is then heard, late, or asked for again. Fired outside any transaction.
///
/// @param in takes a thread we listen in
public record Missed(WorkspaceId workspace, Consumer<ThreadRef> in) {}
