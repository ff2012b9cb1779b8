package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook;
import dev.cowork.impact.signin.Viewer;
import dev.cowork.insight.GapBook;
import dev.cowork.proposal.precedent.PrecedentBook;
import dev.cowork.proposal.precedent.Recurring;
import dev.cowork.session.spend.SpendBook;
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
    private final GapBook gaps;
    private final SpendBook spend;
    private final Groups groups;

    Dashboard(Counts counts, ImpactBook book, PrecedentBook precedents, GapBook gaps, SpendBook spend, Groups groups) {
        this.counts = counts;
        this.book = book;
        this.precedents = precedents;
        this.gaps = gaps;
        this.spend = spend;
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

    @Transactional
    View view(Viewer viewer, Months months, String team) {
        return viewer.isLead() ? ofGroup(viewer, months, team) : new View(List.of(), ofPerson(viewer, months));
    }

    /// What a lead sees: groups, never a person.
    private View ofGroup(Viewer viewer, Months months, String team) {
        var scope = new Counts.Scope(viewer.workspace(), months, team);
        var sessions = scope(viewer, months, team, false);
        var strata = counts.strata(scope);
        var byTeam = counts.peopleByTeam(scope);
        var everybody = byTeam.getOrDefault("*", new long[2]);
        var all = Both.sum("", strata).withPeople(everybody[0], everybody[1]);
        var compared = new ComparedTable(groups);
        var tickets = new TicketTables(groups);
        var held = new SessionTables(groups, false);
        var sums = book.held(sessions);
        var calendar = book.calendar(sessions);
        var comparison = compared.all(strata, all);
        var rampUp = held.rampUp(book.service(sessions));
        var found = GapsTable.of(gaps.counted(viewer.workspace(), months.fromInstant(), months.toInstant()), groups);
        return new View(
                Glance.of(comparison, sums.all(), rampUp, found, groups),
                List.of(
                        comparison,
                        tickets.weeks(counts.weeks(scope), counts.peopleByWeek(scope), weeks(calendar)),
                        compared.kinds(strata, counts.peopleByKind(scope)),
                        tickets.teams(counts.teams(scope), byTeam),
                        held.sessions(sums.groups()),
                        held.minutes(sums.all(), Measure.HANDLING.in(strata), groups.mayShow(all)),
                        rampUp,
                        tickets.tenure(counts.tenure(scope)),
                        found,
                        recurring(viewer),
                        held.proposals(book.ended(sessions)),
                        held.granted(book.granted(sessions)),
                        cost(
                                viewer,
                                months,
                                team.isEmpty() ? calendar : book.calendar(scope(viewer, months, "", false)))));
    }

    private static Map<String, ImpactBook.Span> weeks(ImpactBook.Calendar calendar) {
        return calendar.weeks().stream()
                .collect(Collectors.toMap(week -> week.first().toString(), week -> week));
    }

    /// What somebody sees of themselves.
    private List<Table> ofPerson(Viewer viewer, Months months) {
        var scope = scope(viewer, months, "", true);
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

    private static ImpactBook.Scope scope(Viewer viewer, Months months, String team, boolean isOwn) {
        return new ImpactBook.Scope(
                viewer.workspace(),
                months.fromInstant(),
                months.toInstant(),
                team,
                isOwn ? Optional.of(viewer.member()) : Optional.empty());
    }

    /// Of all teams: a request to Claude is nobody's.
    private Table cost(Viewer viewer, Months months, ImpactBook.Calendar ofAllTeams) {
        return CostTable.of(
                spend.between(viewer.workspace(), months.first(), months.last().plusMonths(1)),
                ofAllTeams.months(),
                groups);
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
                Cell.money(it.least()),
                Cell.money(it.most()),
                Cell.of(it.about()));
    }
}
