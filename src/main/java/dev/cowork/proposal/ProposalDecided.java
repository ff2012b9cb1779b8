package dev.cowork.proposal;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;

/// A proposal has come to its end. Fired in the transaction that records the decision.
///
/// @param session as given in [NewProposal]
/// @param granted what was granted in the end, which may differ from what was asked for
/// @param words the decider's reason or condition; empty where none was given
public record ProposalDecided(
        WorkspaceId workspace,
        ProposalId proposal,
        String session,
        ThreadRef thread,
        Ask granted,
        Verdict verdict,
        MemberId by,
        String words,
        Instant at) {
    public enum Verdict {
        APPROVED,
        APPROVED_WITH_CHANGES,
        DECLINED,
        OWN_AUTHORITY,
        EXPIRED;

        /// Whether something was granted or taken on.
        public boolean isGrant() {
            return this != DECLINED && this != EXPIRED;
        }
    }
}
