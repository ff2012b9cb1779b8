package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook.Span;
import dev.cowork.impact.comparison.Comparison;
import dev.cowork.impact.comparison.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Tickets week by week, team by team, and by how long people are there.
final class TicketTables {
    private static final String EMPTY = "No tickets yet.";
    private static final Cell TOO_FEW = Cell.of("too few");
    private final Groups groups;

    TicketTables(Groups groups) {
        this.groups = groups;
    }

    Table weeks(List<Both> weeks, Map<String, long[]> people, Map<String, Span> sessions) {
        var rows = weeks.stream()
                .map(week -> week(
                        week,
                        people.getOrDefault(week.name(), new long[2]),
                        sessions.getOrDefault(week.name(), new Span(LocalDate.parse(week.name()), 0, 0))))
                .toList();
        return Table.of(
                        "trend",
                        "Week by week",
                        "Shares of all assisted and all other tickets, by the week in which they were opened. They are"
                                + " not compared like with like here: assisted tickets are the hard ones.",
                        List.of(
                                "Week from",
                                "Sessions",
                                "Assisted tickets",
                                "Other tickets",
                                "Satisfied, assisted",
                                "Satisfied, others",
                                "First contact, assisted",
                                "First contact, others",
                                "Escalated, assisted",
                                "Escalated, others",
                                "Opened again, assisted",
                                "Opened again, others"),
                        rows,
                        EMPTY)
                .drawnAs("pairs", 4, 5, 6, 7, 8, 9, 10, 11);
    }

    private List<Cell> week(Both week, long[] people, Span sessions) {
        var assisted = groups.mayShow(people[0]);
        var others = groups.mayShow(people[1]);
        return List.of(
                Cell.of(week.name()),
                count(sessions.opened(), groups.mayShow(sessions.people())),
                count(week.assisted().tickets(), assisted),
                count(week.similar().tickets(), others),
                cell(week.assisted(), assisted, Side::satisfied),
                cell(week.similar(), others, Side::satisfied),
                cell(week.assisted(), assisted, Side::firstContact),
                cell(week.similar(), others, Side::firstContact),
                cell(week.assisted(), assisted, Side::escalated),
                cell(week.similar(), others, Side::escalated),
                cell(week.assisted(), assisted, Side::reopened),
                cell(week.similar(), others, Side::reopened));
    }

    Table teams(List<Both> teams, Map<String, long[]> people) {
        var rows = teams.stream()
                .map(team -> team(team, people.getOrDefault(team.name(), new long[2])))
                .toList();
        return Table.of(
                "teams",
                "By team",
                "All tickets of a team, with and without a session, in the order of the teams' names. Teams have"
                        + " different tickets: this is no ranking.",
                List.of(
                        "Team",
                        "Tickets",
                        "With a session",
                        "Satisfied",
                        "First contact",
                        "Escalated",
                        "Opened again",
                        "A manager stepped in"),
                rows,
                EMPTY);
    }

    private List<Cell> team(Both team, long[] people) {
        var all = team.assisted().plus(team.similar());
        var isShown = groups.mayShow(team.withPeople(people[0], people[1]));
        return List.of(
                Cell.of(team.name().isEmpty() ? "not told" : team.name()),
                count(all.tickets(), isShown),
                count(team.assisted().tickets(), isShown),
                cell(all, isShown, Side::satisfied),
                cell(all, isShown, Side::firstContact),
                cell(all, isShown, Side::escalated),
                cell(all, isShown, Side::reopened),
                cell(all, isShown, Side::manager));
    }

    Table tenure(List<Counts.Tenure> blocks) {
        var rows = blocks.stream()
                .filter(block -> block.block() < 13)
                .map(block -> {
                    var isShown = groups.mayShow(block.people());
                    return List.of(
                            Cell.of(block.block() * 4 + 1 + " to " + (block.block() * 4 + 4)),
                            isShown ? Cell.of(block.people()) : groups.few(),
                            isShown ? Cell.of(block.tickets()) : groups.few(),
                            isShown
                                    ? Cell.percent(block.tickets(), share(block.alone(), block.tickets()))
                                    : groups.few(),
                            isShown
                                    ? Cell.percent(
                                            block.firstContact().known(),
                                            block.firstContact().rate())
                                    : groups.few());
                })
                .toList();
        return Table.of(
                        "independence",
                        "How newcomers come to stand on their own feet",
                        "Tickets by how many weeks after their first ticket here people had them. Whoever was there"
                                + " before tickets came in counts as new on that day.",
                        List.of(
                                "Weeks in service",
                                "People",
                                "Tickets",
                                "Without a session",
                                "Of these, solved at first contact"),
                        rows,
                        EMPTY)
                .drawnAs("line", 3, 4);
    }

    /// That there was nothing tells nothing of anybody.
    private Cell count(long number, boolean isShown) {
        return isShown || number == 0 ? Cell.of(number) : groups.few();
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    /// A share of few tickets leaps from week to week, and would be read as a turn for the better or worse.
    private Cell cell(Side side, boolean isShown, Function<Side, Share> of) {
        var share = of.apply(side);
        if (share.known() == 0) {
            return Cell.NONE;
        }
        if (!isShown) {
            return groups.few();
        }
        return share.known() < Comparison.FEWEST ? TOO_FEW : Cell.percent(share.known(), share.rate());
    }
}
