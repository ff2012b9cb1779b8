package dev.cowork.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The decision table.
@ApplicationScoped
class Decisions implements PanacheRepositoryBase<Decision, Decision.Step> {
    /// The steps so far, the first first.
    List<Decision> of(Proposal proposal) {
        return list(
                "id.workspace = ?1 and id.proposal = ?2",
                Sort.by("id.step"),
                proposal.key().workspace(),
                proposal.key().id());
    }
}
