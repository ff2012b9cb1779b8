package dev.cowork.proposal;

import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/// What a person sends to be decided. Made by a signed press on a form our code rendered, never by the partner.
///
/// @param session opaque: given back in [ProposalDecided]
/// @param by who pressed
/// @param tookPart everybody who worked on the ticket as agent, `by` and the owner included: none of them may decide it
/// @param ownLimit a limit lower than the matrix's that the agent stated at the opening
/// @param circumstances what else the authority matrix asks about the case
/// @param background what the decider needs to know, in a few lines: customer, ticket, situation
/// @param gesture key of the press: the same press twice proposes once
public record NewProposal(
        WorkspaceId workspace,
        ThreadRef thread,
        String session,
        MemberId by,
        Set<MemberId> tookPart,
        Ask ask,
        Optional<Money> ownLimit,
        Circumstances circumstances,
        String background,
        String gesture) {
    @Override
    public String toString() {
        return "NewProposal[" + workspace + ", " + session + ", " + by + "]";
    }
}
