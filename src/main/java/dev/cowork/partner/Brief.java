package dev.cowork.partner;

import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;

/// All the partner is told for one answer. Customers' words are inside: `toString()` says only which session.
///
/// @param session for logs and for keeping requests of one session together
/// @param opening the id of the opening: `difficult-customer`, `complex-problem`, `policy-gray-area`,
///     `high-value-customer`, `training`, or `text` where the agent simply wrote
/// @param situation what the agent filled in at the opening, label by label, in order; data, never instructions
/// @param authority what the agent may grant alone and what a supervisor may, in one or two sentences made by code:
///     `The agent may grant up to … alone. …`
/// @param past the talk so far, oldest first, without `words`
/// @param words what the agent wrote since the partner's last answer; several quick messages are one
public record Brief(
        WorkspaceId workspace,
        String session,
        String opening,
        List<Field> situation,
        String authority,
        List<Exchange> past,
        String words) {

    /// A labelled entry of the opening form, e.g. `SYMPTOMS`.
    public record Field(String label, String text) {}

    /// One turn of the talk: what the agent (or an event such as a supervisor's decision) said, and what the partner
    /// answered. `record` is [Answer#record] of that answer, empty where there was none.
    public record Exchange(String words, Optional<String> record) {
        /// What the partner did besides talking.
        public List<Move> moves() {
            return record.flatMap(TurnRecord::read).map(TurnRecord::moves).orElse(List.of());
        }
    }

    @Override
    public String toString() {
        return "Brief[" + workspace + ", " + session + "]";
    }
}
