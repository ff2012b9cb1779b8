package dev.cowork.session;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/// A session was closed by a person. Fired in the transaction that records it.
///
/// @param outcome `resolved`, `escalated`, `customer_left` or `other`
/// @param note what the closer added; may be empty
public record SessionClosed(
        WorkspaceId workspace,
        UUID session,
        ThreadRef thread,
        MemberId by,
        MemberId owner,
        String opening,
        String outcome,
        String note,
        Instant openedAt,
        Instant closedAt) {}
