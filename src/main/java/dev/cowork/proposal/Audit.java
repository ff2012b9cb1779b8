package dev.cowork.proposal;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writes down what is done to proposals, and what is refused. What a fact does not say about its proposal is read from
/// the proposal's record, so that no entry leaves out for whom, by which rule or how much.
@ApplicationScoped
class Audit {
    private final AuditChain chain;
    private final Proposals proposals;

    Audit(AuditChain chain, Proposals proposals) {
        this.chain = chain;
        this.proposals = proposals;
    }

    /// What was done. `details` are short: rule, version, before, after, gesture.
    record Fact(ProposalKey proposal, String deed, MemberId member, Instant at, Map<String, String> details) {
        String detail(String name, String otherwise) {
            return details.getOrDefault(name, otherwise);
        }
    }

    /// Adds to the chain, in the transaction that does the deed. Locks the chain: to be called last.
    void write(Fact fact) {
        write(fact, Optional.empty());
    }

    /// The same, of a decision.
    void write(Fact fact, DecisionStep step) {
        write(fact, Optional.of(step));
    }

    private void write(Fact fact, Optional<DecisionStep> decided) {
        var proposal = proposals.findByIdOptional(fact.proposal());
        var more = new HashMap<>(fact.details());
        proposal.ifPresent(it -> more.putAll(terms("asked", it.ask())));
        decided.ifPresent(step -> {
            more.put("role", step.role().name());
            if (step.isGrant()) {
                more.putAll(terms("granted", step.granted(proposal.orElseThrow().ask())));
            }
        });
        chain.write(new AuditFact(
                fact.proposal().in(),
                Optional.of(fact.proposal().id()),
                fact.deed(),
                fact.member(),
                new MemberId(fact.detail(
                        "onBehalfOf",
                        proposal.map(Proposal::createdBy).orElse(fact.member()).value())),
                change(fact, proposal),
                fact.at(),
                fact.detail("gesture", AuditFact.NO_GESTURE),
                more));
    }

    /// What names only where it came to is the beginning; what names neither changed nothing.
    private static AuditFact.Change change(Fact fact, Optional<Proposal> proposal) {
        var now = proposal.map(it -> it.state().name()).orElse("UNKNOWN");
        var after = fact.detail("after", now);
        return new AuditFact.Change(
                fact.detail("rule", rule(fact, proposal)),
                fact.detail("before", fact.details().containsKey("after") ? "NONE" : after),
                after);
    }

    private static String rule(Fact fact, Optional<Proposal> proposal) {
        return fact.details().containsKey("why")
                ? "refused: " + fact.detail("why", "")
                : proposal.map(Proposal::rule).orElse("none");
    }

    /// Amounts in the smallest unit of their currency.
    private static Map<String, String> terms(String prefix, Ask ask) {
        return switch (ask) {
            case Ask.Compensation(var kind, var amount, var _) ->
                Map.of(
                        prefix + "Kind",
                        kind.name(),
                        prefix + "Minor",
                        Long.toString(amount.minor()),
                        prefix + "Currency",
                        amount.currency().getCurrencyCode());
            case Ask.Escalation it ->
                Map.of(prefix + "Kind", "ESCALATION_" + it.to().name());
        };
    }
}
