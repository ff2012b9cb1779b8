package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;

/// A proposal that nobody had decided was asked again: an answer is due later than was said. Fired in the transaction
/// that renews it.
///
/// @param session as given in [NewProposal]
public record DeadlineMoved(WorkspaceId workspace, String session, Ask ask, MemberId by, Instant from, Instant until) {}
