package dev.cowork.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The proposal_view table.
@ApplicationScoped
class ProposalViews implements PanacheRepositoryBase<ProposalView, ProposalView.Id> {
    List<ProposalView> of(Proposal proposal) {
        return list(
                "id.workspace = ?1 and id.proposal = ?2",
                Sort.by("shownAt"),
                proposal.key().workspace(),
                proposal.key().id());
    }
}
