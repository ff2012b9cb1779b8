package dev.cowork.proposal;

import jakarta.enterprise.context.ApplicationScoped;

/// Sends what a person proposed to who may decide it.
@ApplicationScoped
public class Proposing {
    /// What the matrix says to this ask by this person, without doing anything.
    public Ruling rulingOn(NewProposal wanted) {
        throw new UnsupportedOperationException(wanted.gesture());
    }

    /// Records the proposal, shows its card in the thread and in the approvals channel, in the caller's transaction.
    /// The same gesture twice proposes once and answers the same id.
    public ProposalId propose(NewProposal wanted) {
        throw new UnsupportedOperationException(wanted.gesture());
    }

    /// Records the ask as the person's own decision, where the matrix lets them; fires [ProposalDecided].
    ///
    /// @throws IllegalStateException where the ruling is not [Ruling.Own]
    public ProposalId grantAlone(NewProposal wanted) {
        throw new UnsupportedOperationException(wanted.gesture());
    }
}
