package dev.cowork.proposal;

import dev.cowork.privacy.Anonymiser;
import dev.cowork.privacy.Confidential;
import dev.cowork.proposal.precedent.Case;
import dev.cowork.proposal.precedent.CaseNames;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/// Makes a precedent of each compensation that somebody decided for another: granted, granted with changes or declined.
/// What an agent granted alone follows a rule and is none.
@ApplicationScoped
class KeepingPrecedents {
    private static final int AT_ONCE = 100;
    private final Proposals proposals;
    private final DecisionSteps decisions;
    private final PrecedentBook book;
    private final Instance<CaseNames> names;
    private final Anonymiser anonymiser = new Anonymiser();

    KeepingPrecedents(Proposals proposals, DecisionSteps decisions, PrecedentBook book, Instance<CaseNames> names) {
        this.proposals = proposals;
        this.decisions = decisions;
        this.book = book;
        this.names = names;
    }

    void on(@Observes ProposalDecided decided) {
        if (decided.granted() instanceof Ask.Compensation && isBySomebodyElse(decided.verdict())) {
            book.owe(decided.workspace(), decided.proposal().value());
        }
    }

    private static boolean isBySomebodyElse(ProposalDecided.Verdict verdict) {
        return switch (verdict) {
            case APPROVED, APPROVED_WITH_CHANGES, DECLINED -> true;
            case OWN_AUTHORITY, EXPIRED -> false;
        };
    }

    /// Keeps what was decided lately, each in a transaction of its own; any number of processes may call it at once.
    void keepDue() {
        for (var due : book.due(AT_ONCE)) {
            QuarkusTransaction.requiringNew().run(() -> book.settle(due, decided(due)));
        }
    }

    private Optional<Case> decided(PrecedentBook.Due due) {
        return proposals
                .findByIdOptional(new ProposalKey(due.workspace().value(), due.proposal()))
                .filter(proposal -> !proposal.isOpen())
                .flatMap(proposal -> decided(due, proposal, decisions.of(proposal)));
    }

    private Optional<Case> decided(PrecedentBook.Due due, Proposal proposal, List<DecisionStep> steps) {
        if (steps.isEmpty() || !(proposal.ask() instanceof Ask.Compensation asked)) {
            return Optional.empty();
        }
        var last = steps.getLast();
        var secret = confidential(due.workspace(), proposal.session());
        var granted = last.isGrant() ? Optional.of(granted(last, asked)) : Optional.<Ask.Compensation>empty();
        return Optional.of(new Case(
                due.workspace(),
                due.proposal(),
                granted.orElse(asked).kind().name(),
                granted.map(it -> inOneCurrency(asked.amount(), it.amount())).orElse(asked.amount()),
                granted.map(Ask.Compensation::amount),
                last.verdict().name(),
                last.role().name(),
                last.rule(),
                anonymiser.anonymise(last.words(), secret).text(),
                anonymiser.anonymise(asked.reason(), secret).text(),
                anonymiser.anonymise(facts(proposal), secret).text(),
                last.at()));
    }

    /// Granted in another currency than asked for, only what was granted tells anything.
    private static Money inOneCurrency(Money asked, Money granted) {
        return asked.currency().equals(granted.currency()) ? asked : granted;
    }

    private static Ask.Compensation granted(DecisionStep step, Ask.Compensation asked) {
        return step.granted(asked) instanceof Ask.Compensation it ? it : asked;
    }

    private Confidential confidential(WorkspaceId workspace, String session) {
        return names.isResolvable() ? names.get().of(workspace, session) : Confidential.NOTHING;
    }

    /// What was written when it was sent: why, and how the case stood.
    static String facts(Proposal proposal) {
        return proposal.ask().reason() + "\n" + proposal.background();
    }

    /// Looks for what was decided in cases like it, once: whoever decides is shown that.
    void compare(Proposal proposal) {
        if (proposal.ask() instanceof Ask.Compensation(var kind, var amount, var reason)) {
            book.compare(
                    proposal.key().id(),
                    new PrecedentBook.Sought(proposal.key().in(), kind.name(), amount, reason, facts(proposal)));
        }
    }

    /// Empty where there is none.
    String shown(Proposal proposal) {
        return book.shown(proposal.key().in(), proposal.key().id());
    }
}
