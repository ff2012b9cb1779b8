package dev.cowork.proposal;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
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

    /// How much agents granted alone in a session, in the smallest unit.
    long grantedAloneIn(WorkspaceId workspace, String session, Currency currency) {
        return find(
                        "select coalesce(sum(d.grantedMinor), 0) from DecisionStep d, Proposal p"
                                + " where p.key.workspace = ?1 and p.session = ?2"
                                + " and d.id.workspace = p.key.workspace and d.id.proposal = p.key.id"
                                + " and d.verdict = ?3 and d.grantedCurrency = ?4",
                        workspace.value(),
                        session,
                        ProposalDecided.Verdict.OWN_AUTHORITY,
                        currency.getCurrencyCode())
                .project(Long.class)
                .singleResult();
    }
}
