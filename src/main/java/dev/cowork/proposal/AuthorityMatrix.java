package dev.cowork.proposal;

import dev.cowork.workspace.Money;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import java.util.Currency;
import java.util.Optional;

/// Who may grant what. Whoever works a ticket has the agent's limit, supervisors too: nobody grants alone what another
/// could check.
///
/// Amounts are never converted. In another currency than the limit's nothing is in anybody's own authority; one
/// supervisor is enough while the amount counts no more than the limit's own number, and two are needed above that,
/// because nobody here knows what it is worth.
record AuthorityMatrix(Money agentLimit, Money supervisorLimit, Money grantedAlone) {
    AuthorityMatrix(Money agentLimit, Money supervisorLimit) {
        this(agentLimit, supervisorLimit, new Money(0, agentLimit.currency()));
    }

    static AuthorityMatrix of(Settings settings, WorkspaceId workspace) {
        return new AuthorityMatrix(settings.agentLimit(workspace), settings.supervisorLimit(workspace));
    }

    /// The same in a case in which so much was granted alone before: several small grants are one large one.
    ///
    /// @param alone in the currency of the agent's limit
    AuthorityMatrix after(Money alone) {
        return new AuthorityMatrix(agentLimit, supervisorLimit, alone);
    }

    /// @param ownLimit what the agent said they may grant; lowers the limit, never raises it
    Ruling rule(Ask ask, Optional<Money> ownLimit) {
        if (ask instanceof Ask.Compensation it && it.amount().minor() == 0) {
            return new Ruling.NotAllowed("Nothing can be granted: the amount must be more than 0.");
        }
        if (ask instanceof Ask.Compensation it && isOwn(it, ownLimit)) {
            return new Ruling.Own(limit(ownLimit));
        }
        var needed = approval(ask, ownLimit);
        return needed.requires() == 1
                ? new Ruling.NeedsSupervisor(needed.rule())
                : new Ruling.NeedsTwoApprovers(needed.rule());
    }

    /// Whose yes the ask needs once it waits for one, whoever asked.
    Approval approval(Ask ask, Optional<Money> ownLimit) {
        return switch (ask) {
            case Ask.Escalation it ->
                new Approval(
                        1,
                        Optional.empty(),
                        "An escalation to " + it.toWhom() + " is always taken on by a supervisor.");
            case Ask.Compensation it -> approval(it, ownLimit);
        };
    }

    /// What the agent decides alone: the words of the rule and the limit.
    Approval own(Ask.Compensation ask, Optional<Money> ownLimit) {
        var limit = limit(ownLimit);
        return new Approval(
                1,
                Optional.of(limit),
                "%s is within what an agent may grant alone (%s)."
                        .formatted(ask.amount().shown(), limit.shown()));
    }

    private Approval approval(Ask.Compensation ask, Optional<Money> ownLimit) {
        var alone = alone(ask.amount().currency());
        var isEnough = ask.amount().isWithin(alone);
        var rule = why(ask, ownLimit) + " "
                + (isEnough
                        ? "One supervisor may grant up to %s.".formatted(alone.shown())
                        : "Above %s two different people must approve.".formatted(alone.shown()));
        return new Approval(isEnough ? 1 : 2, Optional.of(alone), rule);
    }

    private String why(Ask.Compensation ask, Optional<Money> ownLimit) {
        var amount = ask.amount();
        if (ask.kind() == Ask.Kind.POLICY_EXCEPTION) {
            return "A policy exception always needs a supervisor, whatever it costs.";
        }
        if (!amount.currency().equals(agentLimit.currency())) {
            return "%s is in another currency than the limits (%s); amounts are never converted, so a supervisor decides."
                    .formatted(amount.shown(), agentLimit.currency());
        }
        if (ownLimit.filter(own -> !amount.isWithin(own)).isPresent() && amount.isWithin(agentLimit)) {
            return "%s is not within the limit the agent stated (%s)."
                    .formatted(amount.shown(), ownLimit.orElseThrow().shown());
        }
        if (amount.isWithin(agentLimit) && !together(amount).isWithin(agentLimit)) {
            return "Together with the %s granted alone in this case, %s is above what an agent may grant alone (%s)."
                    .formatted(grantedAlone.shown(), amount.shown(), agentLimit.shown());
        }
        var verb = amount.isWithin(agentLimit) ? "is within" : "is above";
        return "%s %s what an agent may grant alone (%s).".formatted(amount.shown(), verb, agentLimit.shown());
    }

    private boolean isOwn(Ask.Compensation ask, Optional<Money> ownLimit) {
        return ask.kind() != Ask.Kind.POLICY_EXCEPTION
                && ask.amount().currency().equals(agentLimit.currency())
                && together(ask.amount()).isWithin(agentLimit)
                && ownLimit.stream().allMatch(together(ask.amount())::isWithin);
    }

    private Money together(Money amount) {
        return amount.currency().equals(grantedAlone.currency())
                ? new Money(Math.addExact(amount.minor(), grantedAlone.minor()), amount.currency())
                : amount;
    }

    private Money limit(Optional<Money> ownLimit) {
        return ownLimit.filter(own -> own.isWithin(agentLimit)).orElse(agentLimit);
    }

    private Money alone(Currency currency) {
        if (currency.equals(supervisorLimit.currency())) {
            return supervisorLimit;
        }
        var whole = supervisorLimit.minor() / units(supervisorLimit.currency());
        return new Money(whole * units(currency), currency);
    }

    private static long units(Currency currency) {
        var units = 1L;
        for (var digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
            units *= 10;
        }
        return units;
    }
}
