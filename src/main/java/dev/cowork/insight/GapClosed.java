package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/// A gap was closed with the article that answers it. Fired in the transaction that records it.
///
/// @param finders how many people found it
public record GapClosed(
        WorkspaceId workspace,
        UUID gap,
        boolean isPolicy,
        long finders,
        MemberId by,
        Instant notedAt,
        Instant closedAt) {}
