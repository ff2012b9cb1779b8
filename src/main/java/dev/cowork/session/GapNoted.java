package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/// The company's knowledge does not answer a question that a session needed answered. Fired in the transaction that
/// shows it in the thread.
///
/// @param reader the agent for whom it was found out
/// @param question as the partner put it; the customer's details may be in it against our asking
public record GapNoted(WorkspaceId workspace, UUID session, MemberId reader, String question, Instant at) {
    @Override
    public String toString() {
        return "GapNoted[" + workspace + ", " + session + "]";
    }
}
