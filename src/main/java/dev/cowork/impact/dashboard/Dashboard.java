package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook;
import dev.cowork.impact.dashboard.ReadingFigures.Figures;
import dev.cowork.impact.signin.Viewer;
import dev.cowork.proposal.precedent.Recurring;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gathers the figures that a viewer may see.
@ApplicationScoped
class Dashboard {
    private final Counts counts;
    private final ImpactBook book;
    private final ReadingFigures reading;
    private final Groups groups;

    Dashboard(Counts counts, ImpactBook book, ReadingFigures reading, Groups groups) {
        this.counts = counts;
        this.book = book;
        this.reading = reading;
        this.groups = groups;
    }

    /// The teams a lead may choose from.
    @Transactional
    List<String> teams(Viewer viewer) {
        return viewer.isLead() ? counts.allTeams(viewer.workspace()) : List.of();
    }

    /// @param glance the measures on one screen; empty for a person, whose tables are few
    /// @param tables in the order in which they are read
    record View(List<Glance> glance, List<Table> tables) {}

    View view(Viewer viewer, Months months, String team) {
        return viewer.isLead()
                ? ofGroup(reading.of(viewer.workspace(), months, team))
                : QuarkusTransaction.joiningExisting().call(() -> new View(List.of(), ofPerson(viewer, months)));
    }

    /// What a lead sees: groups, never a person.
    private View ofGroup(Figures figures) {
        var read = figures.tickets();
        var sessions = figures.sessions();
        var strata = figures.strata();
        var all = Both.sum("", strata).withPeople(read.everybody()[0], read.everybody()[1]);
        var compared = new ComparedTable(groups);
        var tickets = new TicketTables(groups);
        var held = new SessionTables(groups, false);
        var sums = sessions.held().all();
        var comparison = compared.all(strata, all);
        var rampUp = held.rampUp(sessions.service());
        var found = GapsTable.of(sessions.gaps(), groups);
        var handling = Measure.HANDLING.in(strata);
        return new View(
                Glance.of(comparison, sums, rampUp, found, groups),
                List.of(
                        comparison,
                        tickets.weeks(read.weeks(), read.byWeek(), weeks(sessions.weeks())),
                        compared.kinds(strata, read.byKind()),
                        tickets.teams(read.teams(), read.byTeam()),
                        held.sessions(sessions.held().groups()),
                        held.minutes(sums, handling, groups.mayShow(all)),
                        rampUp,
                        tickets.tenure(read.tenure()),
                        found,
                        recurring(sessions.recurring()),
                        held.proposals(sessions.ended()),
                        held.granted(sessions.granted()),
                        CostTable.of(sessions.spent(), sessions.months(), groups)));
    }

    private static Map<String, ImpactBook.Span> weeks(List<ImpactBook.Span> weeks) {
        return weeks.stream().collect(Collectors.toMap(week -> week.first().toString(), week -> week));
    }

    /// What somebody sees of themselves.
    private List<Table> ofPerson(Viewer viewer, Months months) {
        var scope = new ImpactBook.Scope(
                viewer.workspace(), months.fromInstant(), months.toInstant(), "", Optional.of(viewer.member()));
        var held = new SessionTables(groups, true);
        var side = counts.ofMember(
                new Counts.Scope(viewer.workspace(), months, ""),
                viewer.member().value());
        return List.of(
                held.sessions(book.held(scope).groups()),
                held.rampUp(book.service(scope)),
                OwnTickets.of(side),
                held.proposals(book.ended(scope)),
                held.granted(book.granted(scope)));
    }

    private static Table recurring(List<Recurring> all) {
        var rows = all.stream().map(Dashboard::recurring).toList();
        return Table.of(
                "precedents",
                "Should this become policy?",
                "What was granted again and again lately as an exception, without anybody in it: policies that need to"
                        + " be made clear.",
                List.of("Kind", "Times", "Least", "Most", "About"),
                rows,
                "No exception was granted again and again.");
    }

    private static List<Cell> recurring(Recurring it) {
        return List.of(
                Cell.of(it.shownKind()),
                Cell.of(it.times()),
                Cell.money(it.least()),
                Cell.money(it.most()),
                Cell.of(it.about()));
    }
}
