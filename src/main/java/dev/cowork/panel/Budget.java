package dev.cowork.panel;

import dev.cowork.partner.Meter;
import dev.cowork.partner.Partner;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.session.spend.Tokens;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What calls may cost, one by one and in a day.
@ApplicationScoped
class Budget {
    /// A token is three characters or more.
    private static final int CHARACTERS = 3;
    /// What is told to all of them before the case: tools and instructions.
    private static final int INSTRUCTIONS = 12_000;

    private final PanelConfig config;
    private final Panels panels;
    private final SpendBook spent;
    private final Partner partner;
    private final InstantSource clock;

    Budget(PanelConfig config, Panels panels, SpendBook spent, Partner partner, InstantSource clock) {
        this.config = config;
        this.panels = panels;
        this.spent = spent;
        this.partner = partner;
        this.clock = clock;
    }

    /// Why nobody is called today; empty where they may be. In the caller's transaction.
    Optional<String> refusal(WorkspaceId workspace) {
        if (spent.isSpent(workspace)) {
            return Optional.of(
                    "Today's limit for Claude, " + spent.limit(workspace).shown()
                            + ", is reached, so the specialists cannot be called. The partner goes on from the playbook.");
        }
        var today = clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var limit = limit("COWORK_PANEL_DAILY_LIMIT", config.dailyLimit());
        return panels.spentSince(workspace, today) >= micros(limit)
                ? Optional.of("Today's limit for the specialists, " + limit.shown()
                        + ", is reached. They can be called again after midnight UTC; the partner goes on as always.")
                : Optional.empty();
    }

    /// Whether so much may still be asked in this call, at the most it may cost.
    ///
    /// @param characters what is told, for each of those who are asked
    /// @param tokens what each may answer
    boolean allows(Panel panel, long characters, List<Long> tokens) {
        var most = tokens.stream()
                .mapToLong(answer -> spent.micros(
                        partner.model(), new Tokens(0, (characters + INSTRUCTIONS) / CHARACTERS, 0, answer)))
                .sum();
        return panel.micros() + most <= micros(callLimit());
    }

    Money callLimit() {
        return limit("COWORK_PANEL_LIMIT", config.callLimit());
    }

    long micros(String model, Meter.Used used) {
        return spent.micros(model, new Tokens(used.fresh(), used.written(), used.cached(), used.output()));
    }

    private static long micros(Money money) {
        return new BigDecimal(money.amount()).movePointRight(6).longValue();
    }

    private static Money limit(String variable, String said) {
        return Money.parse(said)
                .orElseThrow(() -> new IllegalArgumentException(variable + " is \"" + said
                        + "\": an amount and an ISO currency are accepted, for example 1 USD"));
    }
}
