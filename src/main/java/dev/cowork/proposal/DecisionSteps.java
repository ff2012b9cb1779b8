package dev.cowork.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The proposal_decision table.
@ApplicationScoped
class DecisionSteps implements PanacheRepositoryBase<DecisionStep, DecisionStep.Id> {
    /// The steps so far, the first first.
    List<DecisionStep> of(Proposal proposal) {
        return list(
                "id.workspace = ?1 and id.proposal = ?2",
                Sort.by("id.step"),
                proposal.key().workspace(),
                proposal.key().id());
    }
}
