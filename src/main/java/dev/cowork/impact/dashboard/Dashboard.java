package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook;
import dev.cowork.impact.signin.Viewer;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.proposal.precedent.Recurring;
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
    private final PrecedentBook precedents;
    private final DashboardConfig config;
    private final Groups groups;

    Dashboard(Counts counts, ImpactBook book, PrecedentBook precedents, DashboardConfig config, Groups groups) {
        this.counts = counts;
        this.book = book;
        this.precedents = precedents;
        this.config = config;
        this.groups = groups;
    }

    /// The teams a lead may choose from.
    @Transactional
    List<String> teams(Viewer viewer) {
        return viewer.isLead() ? counts.allTeams(viewer.workspace()) : List.of();
    }

    /// All tables of a view, in the order in which they are read.
    @Transactional
    List<Table> tables(Viewer viewer, Months months, String team) {
        return viewer.isLead() ? ofGroup(viewer, months, team) : ofPerson(viewer, months);
    }

    /// What a lead sees: groups, never a person.
    private List<Table> ofGroup(Viewer viewer, Months months, String team) {
        var scope = new Counts.Scope(viewer.workspace(), months, team);
        var sessions = scope(viewer, months, team, false);
        var strata = counts.strata(scope);
        var byTeam = counts.peopleByTeam(scope);
        var everybody = byTeam.getOrDefault("*", new long[2]);
        var all = strata.stream()
                .reduce(
                        new Both("", Side.NONE, Side.NONE, 0, 0),
                        (one, other) -> new Both(
                                "",
                                one.assisted().plus(other.assisted()),
                                one.similar().plus(other.similar()),
                                0,
                                0))
                .withPeople(everybody[0], everybody[1]);
        var compared = new ComparedTable(groups);
        var tickets = new TicketTables(groups);
        var held = new SessionTables(groups, false);
        var grouped = book.groups(sessions);
        return List.of(
                compared.all(strata, all),
                tickets.weeks(counts.weeks(scope), counts.peopleByWeek(scope), weeks(sessions)),
                compared.kinds(strata, counts.peopleByKind(scope)),
                tickets.teams(counts.teams(scope), byTeam),
                held.sessions(grouped),
                held.minutes(grouped, book.people(sessions), Measure.HANDLING.in(strata), groups.mayShow(all)),
                held.rampUp(book.service(sessions)),
                tickets.tenure(counts.tenure(scope)),
                held.proposals(book.ended(sessions)),
                held.granted(book.granted(sessions)),
                recurring(viewer),
                held.cost(grouped, config));
    }

    private Map<String, ImpactBook.Week> weeks(ImpactBook.Scope scope) {
        return book.weeks(scope).stream()
                .collect(Collectors.toMap(week -> week.monday().toString(), week -> week));
    }

    /// What somebody sees of themselves.
    private List<Table> ofPerson(Viewer viewer, Months months) {
        var scope = scope(viewer, months, "", true);
        var held = new SessionTables(groups, true);
        var side = counts.ofMember(
                new Counts.Scope(viewer.workspace(), months, ""),
                viewer.member().value());
        return List.of(
                held.sessions(book.groups(scope)),
                held.rampUp(book.service(scope)),
                OwnTickets.of(side),
                held.proposals(book.ended(scope)),
                held.granted(book.granted(scope)));
    }

    private static ImpactBook.Scope scope(Viewer viewer, Months months, String team, boolean isOwn) {
        return new ImpactBook.Scope(
                viewer.workspace(),
                months.fromInstant(),
                months.toInstant(),
                team,
                isOwn ? Optional.of(viewer.member()) : Optional.empty());
    }

    private Table recurring(Viewer viewer) {
        var rows = precedents.recurring(viewer.workspace()).stream()
                .map(Dashboard::recurring)
                .toList();
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
                new Cell(it.least().shown(), Double.valueOf(it.least().amount())),
                new Cell(it.most().shown(), Double.valueOf(it.most().amount())),
                Cell.of(it.about()));
    }
}
