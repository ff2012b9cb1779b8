package dev.cowork.proposal;

import dev.cowork.proposal.AuthorityMatrix.Counted;
import dev.cowork.proposal.AuthorityMatrix.Needed;
import dev.cowork.proposal.authority.Matrices;
import dev.cowork.proposal.authority.Matrices.Whose;
import dev.cowork.proposal.authority.Matrix;
import dev.cowork.proposal.authority.May;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// Holds an ask against the authority matrix as of now, with all that counts. Joins the caller's transaction.
@ApplicationScoped
class Judging {
    private final Matrices matrices;
    private final Roles roles;
    private final DecisionSteps decisions;

    Judging(Matrices matrices, Roles roles, DecisionSteps decisions) {
        this.matrices = matrices;
        this.roles = roles;
        this.decisions = decisions;
    }

    /// As far as can be seen now; writes nothing.
    AuthorityMatrix seen(NewProposal wanted) {
        return judged(wanted, matrices.inForce(wanted.workspace()));
    }

    /// By a version that is written down.
    AuthorityMatrix written(NewProposal wanted) {
        return judged(wanted, matrices.written(wanted.workspace()));
    }

    /// The same, and nobody else adds to what counts until the transaction ends.
    AuthorityMatrix locked(NewProposal wanted) {
        var matrix = matrices.written(wanted.workspace());
        matrices.lockSession(wanted.workspace(), wanted.session());
        currency(wanted.ask())
                .ifPresent(it ->
                        matrices.lockedUse(wanted.workspace(), matrix.capsOn(May.GRANT_ALONE, it), whose(wanted)));
        return judged(wanted, matrix);
    }

    /// What the yes of this person to that is worth now; what counts against their caps is locked.
    Needed by(Position decider, Proposal proposal, Ask granted) {
        var workspace = proposal.key().in();
        var matrix = matrices.written(workspace);
        var whose = new Whose(proposal.counted().customerKey(), decider.member().value());
        var caps = currency(granted)
                .map(it -> matrices.lockedUse(workspace, matrix.capsOn(May.APPROVE, it), whose))
                .orElse(List.of());
        return new Approving(matrix, proposal.counted().circumstances(), caps).by(decider, granted);
    }

    /// The version in force, where nothing is granted.
    RuleRef version(Proposal proposal) {
        return new RuleRef(matrices.written(proposal.key().in()).version(), 0);
    }

    private AuthorityMatrix judged(NewProposal wanted, Matrix matrix) {
        var counted = currency(wanted.ask())
                .map(currency -> counted(wanted, matrix, currency))
                .orElse(Counted.NOTHING);
        return new AuthorityMatrix(
                matrix, roles.positionOf(wanted.workspace(), wanted.by()), wanted.circumstances(), counted);
    }

    private Counted counted(NewProposal wanted, Matrix matrix, Currency currency) {
        var customer = new Whose(CountedCase.key(wanted.circumstances()), "");
        return new Counted(
                Optional.of(
                        new Money(decisions.grantedAloneIn(wanted.workspace(), wanted.session(), currency), currency)),
                matrices.use(wanted.workspace(), matrix.capsOn(May.GRANT_ALONE, currency), whose(wanted)),
                matrices.use(wanted.workspace(), matrix.capsOn(May.APPROVE, currency), customer));
    }

    private static Whose whose(NewProposal wanted) {
        return new Whose(CountedCase.key(wanted.circumstances()), wanted.by().value());
    }

    private static Optional<Currency> currency(Ask ask) {
        return ask instanceof Ask.Compensation it ? Optional.of(it.amount().currency()) : Optional.empty();
    }
}
