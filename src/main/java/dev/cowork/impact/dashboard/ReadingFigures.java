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

/// Reads what a lead's page is made of: tickets and sessions at the same time, so that the page waits for the longer of
/// the two.
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

    record Figures(OfTickets tickets, OfSessions sessions) {}

    /// @param everybody people with assisted and with other tickets
    record OfTickets(
            List<Both> strata,
            List<Both> weeks,
            List<Both> teams,
            List<Counts.Tenure> tenure,
            long[] everybody,
            Map<String, long[]> byWeek,
            Map<String, long[]> byKind,
            Map<String, long[]> byTeam) {}

    /// @param ofAllTeams whatever team is looked at
    record OfSessions(
            ImpactBook.Held held,
            ImpactBook.Calendar calendar,
            ImpactBook.Calendar ofAllTeams,
            List<ImpactBook.Tenure> service,
            List<ImpactBook.Ended> ended,
            List<ImpactBook.Granted> granted,
            List<GapBook.Counted> gaps,
            List<Recurring> recurring,
            List<SpendBook.OfMonth> spent) {}

    @Transactional(Transactional.TxType.NEVER)
    Figures of(WorkspaceId workspace, Months months, String team) {
        var sessions = beside(workspace, () -> sessions(workspace, months, team));
        var tickets = beside(workspace, () -> tickets(new Counts.Scope(workspace, months, team)));
        return new Figures(tickets.join(), sessions.join());
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
                counts.strata(scope),
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
        var calendar = book.calendar(scope);
        return new OfSessions(
                book.held(scope),
                calendar,
                team.isEmpty() ? calendar : book.calendar(scope(workspace, months, "")),
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
