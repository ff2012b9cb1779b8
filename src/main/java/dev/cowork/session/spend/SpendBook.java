package dev.cowork.session.spend;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was spent on Claude, and whether there is anything left of today's limit.
@ApplicationScoped
public class SpendBook {
    private static final int MOST_SESSIONS = 3;
    private static final int LATELY = 7;

    private final Spends spends;
    private final Roles roles;
    private final Settings settings;
    private final SpendConfig config;
    private final Prices prices;
    private final InstantSource clock;

    SpendBook(Spends spends, Roles roles, Settings settings, SpendConfig config, InstantSource clock) {
        this.settings = settings;
        this.spends = spends;
        this.roles = roles;
        this.config = config;
        this.prices = Prices.read(config.prices());
        this.clock = clock;
    }

    /// @param session its id
    /// @param micros in millionths of the limit's currency
    public record OfSession(String session, Tokens tokens, long micros) {}

    /// What administrators see.
    ///
    /// @param today in millionths of the limit's currency, as is `lately`, the last seven days with today
    /// @param unpriced models whose price nobody named
    public record Desk(
            long today, long lately, Tokens tokens, Money limit, List<OfSession> dearest, List<String> unpriced) {
        int percent() {
            return SpendBook.percent(today, limit);
        }
    }

    /// Empty where the person is no administrator.
    @Transactional
    public Optional<Desk> deskOf(WorkspaceId workspace, MemberId member) {
        return roles.isAdmin(workspace, member) ? Optional.of(desk(workspace)) : Optional.empty();
    }

    private Desk desk(WorkspaceId workspace) {
        var day = Spends.dayOf(clock.instant());
        var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Desk(
                spends.on(workspace.value(), day),
                spends.since(workspace.value(), day.minusDays(LATELY - 1)),
                spends.tokensSince(workspace.value(), midnight),
                limit(workspace),
                spends.dearest(workspace.value(), midnight, MOST_SESSIONS),
                spends.modelsSince(workspace.value(), midnight).stream()
                        .filter(model -> prices.of(model).isEmpty())
                        .toList());
    }

    /// What was spent in a month.
    public record OfMonth(YearMonth month, Money spent) {}

    /// Month by month, by UTC, all that was asked for the workspace: sessions, debriefs, practice. A month without
    /// is left out.
    ///
    /// @param to the first month that is not meant
    @Transactional
    public List<OfMonth> between(WorkspaceId workspace, YearMonth from, YearMonth to) {
        return spends.byMonth(workspace.value(), from.atDay(1), to.atDay(1)).entrySet().stream()
                .map(month -> new OfMonth(
                        month.getKey(), money(month.getValue(), limit(workspace).currency())))
                .toList();
    }

    /// To the nearest whole of the currency's smallest unit.
    static Money money(long micros, Currency currency) {
        var minor = BigDecimal.valueOf(micros)
                .movePointLeft(6 - currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_UP);
        return new Money(minor.longValue(), currency);
    }

    /// What a session took in all.
    @Transactional
    public Tokens tokensOf(WorkspaceId workspace, String session) {
        return spends.tokensOf(workspace.value(), session);
    }

    /// Whether nothing is left of today's limit.
    @Transactional
    public boolean isSpent(WorkspaceId workspace) {
        return percent(spends.on(workspace.value(), Spends.dayOf(clock.instant())), limit(workspace)) >= 100;
    }

    /// When Claude may be asked again, once it is spent.
    public Instant until() {
        return Spends.dayOf(clock.instant())
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    public Money limit(WorkspaceId workspace) {
        return settings.dailyLimit(workspace)
                .or(() -> Money.parse(config.dailyLimit()))
                .orElseThrow(() -> new IllegalArgumentException("COWORK_DAILY_LIMIT is \"" + config.dailyLimit()
                        + "\": an amount and an ISO currency are accepted, for example 50 USD"));
    }

    /// What tokens of a model cost, in millionths of the limit's currency.
    public long micros(String model, Tokens tokens) {
        return prices.micros(model, tokens);
    }

    Set<MemberId> admins(WorkspaceId workspace) {
        return roles.all(workspace).stream()
                .map(position -> position.member())
                .filter(member -> roles.isAdmin(workspace, member))
                .collect(Collectors.toSet());
    }

    /// Rounded down; a limit of nothing is always reached.
    static int percent(long micros, Money limit) {
        var whole = new BigDecimal(limit.amount()).movePointRight(6);
        return whole.signum() == 0
                ? 100
                : BigDecimal.valueOf(micros)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(whole, 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(1_000_000))
                        .intValue();
    }
}
