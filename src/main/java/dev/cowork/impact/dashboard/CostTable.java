package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook.Span;
import dev.cowork.session.spend.SpendBook.OfMonth;
import dev.cowork.workspace.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/// What Claude cost, month by month.
final class CostTable {
    private CostTable() {}

    static Table of(List<OfMonth> spent, List<Span> sessions, Groups groups) {
        var held = sessions.stream().collect(Collectors.toMap(month -> YearMonth.from(month.first()), month -> month));
        return Table.of(
                "cost",
                "What Claude cost",
                "All that was asked of Claude, debriefs and practice with it, at the prices the operator has"
                        + " set. Of all teams.",
                List.of("Month", "Cost", "Sessions opened", "Cost per session"),
                spent.stream()
                        .map(month -> row(month, held.getOrDefault(month.month(), none(month.month())), groups))
                        .toList(),
                "Claude was not asked in these months.");
    }

    private static Span none(YearMonth month) {
        return new Span(month.atDay(1), 0, 0);
    }

    private static List<Cell> row(OfMonth month, Span sessions, Groups groups) {
        var isShown = sessions.opened() == 0 || groups.mayShow(sessions.people());
        return List.of(
                Cell.of(month.month().toString()),
                Cell.money(month.spent()),
                isShown ? Cell.of(sessions.opened()) : groups.few(),
                sessions.opened() == 0 ? Cell.NONE : isShown ? Cell.money(each(month, sessions)) : groups.few());
    }

    private static Money each(OfMonth month, Span sessions) {
        return new Money(
                Math.round((double) month.spent().minor() / sessions.opened()),
                month.spent().currency());
    }
}
