package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import java.util.List;

/// All that a card tells.
///
/// @param deciders who may decide it as of now
record Shown(Proposal proposal, List<DecisionStep> steps, List<Question> questions, List<MemberId> deciders) {
    boolean isOpen() {
        return proposal.isOpen();
    }

    boolean waitsForSecond() {
        return isOpen() && !steps.isEmpty();
    }

    /// Whether enough people are left to say yes.
    boolean hasEnoughDeciders() {
        return deciders.size() >= proposal.requires() - steps.size();
    }
}
