package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook;
import dev.cowork.insight.GapBook;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.proposal.precedent.Recurring;
import dev.cowork.session.spend.SpendBook;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Reads what a lead's page is made of: what is compared, the other tickets and the sessions at the same time, so that
/// the page waits for the longest of the three.
@ApplicationScoped
class ReadingFigures {
    private final Counts counts;
    private final ImpactBook book;
    private final PrecedentBook precedents;
    private final GapBook gaps;
    private final SpendBook spend;

    ReadingFigures(Counts counts, ImpactBook book, PrecedentBook precedents, GapBook gaps, SpendBook spend) {
        this.counts = counts;
        this.book = book;
        this.precedents = precedents;
        this.gaps = gaps;
        this.spend = spend;
    }

    /// @param strata tickets that are alike
    record Figures(List<Both> strata, OfTickets tickets, OfSessions sessions) {}

    /// @param everybody people with assisted and with other tickets
    record OfTickets(
            List<Both> weeks,
            List<Both> teams,
            List<Counts.Tenure> tenure,
            long[] everybody,
            Map<String, long[]> byWeek,
            Map<String, long[]> byKind,
            Map<String, long[]> byTeam) {}

    /// @param months of all teams, whatever team is looked at
    record OfSessions(
            ImpactBook.Held held,
            List<ImpactBook.Span> weeks,
            List<ImpactBook.Span> months,
            List<ImpactBook.Tenure> service,
            List<ImpactBook.Ended> ended,
            List<ImpactBook.Granted> granted,
            List<GapBook.Counted> gaps,
            List<Recurring> recurring,
            List<SpendBook.OfMonth> spent) {}

    @Transactional(Transactional.TxType.NEVER)
    Figures of(WorkspaceId workspace, Months months, String team) {
        var scope = new Counts.Scope(workspace, months, team);
        var strata = beside(workspace, () -> counts.strata(scope));
        var sessions = beside(workspace, () -> sessions(workspace, months, team));
        var tickets = beside(workspace, () -> tickets(scope));
        return new Figures(strata.join(), tickets.join(), sessions.join());
    }

    private <T> CompletableFuture<T> beside(WorkspaceId workspace, Supplier<T> reading) {
        return CompletableFuture.supplyAsync(
                () -> Within.workspace(workspace, () -> inOne(reading)), Thread::startVirtualThread);
    }

    private <T> T inOne(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew().call(() -> {
            counts.planForWhatIsAsked();
            return reading.get();
        });
    }

    private OfTickets tickets(Counts.Scope scope) {
        return new OfTickets(
                counts.weeks(scope),
                counts.teams(scope),
                counts.tenure(scope),
                counts.everybody(scope),
                counts.peopleByWeek(scope),
                counts.peopleByKind(scope),
                counts.peopleByTeam(scope));
    }

    private OfSessions sessions(WorkspaceId workspace, Months months, String team) {
        var scope = scope(workspace, months, team);
        return new OfSessions(
                book.held(scope),
                book.weeks(scope),
                book.months(scope(workspace, months, "")),
                book.service(scope),
                book.ended(scope),
                book.granted(scope),
                gaps.counted(workspace, months.fromInstant(), months.toInstant()),
                precedents.recurring(workspace),
                spend.between(workspace, months.first(), months.last().plusMonths(1)));
    }

    private static ImpactBook.Scope scope(WorkspaceId workspace, Months months, String team) {
        return new ImpactBook.Scope(workspace, months.fromInstant(), months.toInstant(), team, Optional.empty());
    }
}
