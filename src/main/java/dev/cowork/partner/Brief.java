package dev.cowork.partner;

import dev.cowork.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
/// @param company what is known of the company this time
public record Brief(
        WorkspaceId workspace,
        String session,
        String opening,
        List<Field> situation,
        String authority,
        List<Exchange> past,
        String words,
        Company company) {

    public Brief(
            WorkspaceId workspace,
            String session,
            String opening,
            List<Field> situation,
            String authority,
            List<Exchange> past,
            String words) {
        this(workspace, session, opening, situation, authority, past, words, Company.NONE);
    }

    /// What the company says about itself.
    ///
    /// @param voice how it wants to sound; the same all through a session, empty where it said nothing
    /// @param found passages of its knowledge that may help with `words`, the best first
    /// @param shelf finds further passages by a question; must not be called within a transaction
    /// @param earlier what the turns before `past` brought, where they are not in it any more; empty where all are
    public record Company(String voice, List<Source> found, Function<String, List<Source>> shelf, String earlier) {
        public static final Company NONE = new Company("", List.of(), _ -> List.of(), "");

        @Override
        public String toString() {
            return "Company[" + found.size() + " passages]";
        }
    }

    /// A passage of the company's knowledge.
    ///
    /// @param name by which it is cited
    /// @param isInternal not for customers
    public record Source(String name, String heading, String text, boolean isInternal) {}

    /// How many characters that nobody sees were left out of what is new in it. Signs that mail programs and our own
    /// messages carry along do not count.
    public int hiddenCharacters() {
        var fresh = new StringBuilder(words);
        if (past.isEmpty()) {
            situation.forEach(field -> fresh.append(field.text()));
        }
        return Fence.hidden(fresh.toString());
    }

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
