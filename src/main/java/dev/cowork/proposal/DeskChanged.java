package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/// What people see of proposals in App Home is different now. Fired in the transaction that changes it.
///
/// @param concerned whose App Home it may stand in
/// @param session of the proposal that changed, whose owner is concerned too; empty where none did
public record DeskChanged(WorkspaceId workspace, Set<MemberId> concerned, Optional<String> session) {}
