package dev.cowork.session;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A session was closed by a person. Fired in the transaction that records it.
///
/// @param outcome `resolved`, `escalated`, `customer_left` or `other`
/// @param note what the closer added; may be empty
/// @param isQuick whether it ended as it began, with a draft and no talk
/// @param confidence how sure the agent was of handling it alone, from 1 to 5, where they said so at the opening
/// @param closingConfidence the same for the next one like it, where they said so at the close
/// @param firstContact whether the first answer to the customer settled it, where somebody said so
/// @param workedMinutes how long people really were at it, as [WorkedTime] counts; 1 at least
public record SessionClosed(
        WorkspaceId workspace,
        UUID session,
        ThreadRef thread,
        MemberId by,
        MemberId owner,
        String opening,
        String outcome,
        String note,
        boolean isQuick,
        Optional<Integer> confidence,
        Optional<Integer> closingConfidence,
        Optional<Boolean> firstContact,
        long workedMinutes,
        Instant openedAt,
        Instant closedAt) {}
