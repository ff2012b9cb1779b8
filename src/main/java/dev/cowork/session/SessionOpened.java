package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A session was opened by a person. Fired in the transaction that records it; its thread is not known yet.
///
/// @param opening the kind of ticket, or `text`
/// @param isQuick whether only a draft was asked for
/// @param confidence how sure the agent was of handling it alone, from 1 to 5, where they said so
public record SessionOpened(
        WorkspaceId workspace,
        UUID session,
        MemberId owner,
        String opening,
        boolean isQuick,
        Optional<Integer> confidence,
        Instant openedAt) {}
