package dev.cowork.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The question table.
@ApplicationScoped
class Questions implements PanacheRepositoryBase<Question, Question.Number> {
    List<Question> of(Proposal proposal) {
        return list(
                "id.workspace = ?1 and id.proposal = ?2",
                Sort.by("id.number"),
                proposal.key().workspace(),
                proposal.key().id());
    }
}
