package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A drill came to its end with something to score. Fired in the transaction that records it.
///
/// @param drill which one, as its file is called
/// @param isCoached or else played with the partner as the customer
/// @param earned steps of HEARD, of `needed`
/// @param closeness how close the first draft came to the final one, from 0 to 1; in coached drills only
public record DrillEnded(
        WorkspaceId workspace,
        UUID run,
        MemberId trainee,
        String drill,
        boolean isCoached,
        int earned,
        int needed,
        Optional<Double> closeness,
        Instant begunAt,
        Instant endedAt) {}
