package dev.cowork.impact.dashboard;

import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Compared.Found;
import dev.cowork.impact.comparison.Compared.TooFew;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Assisted tickets beside similar ones, in all and kind by kind.
final class ComparedTable {
    private static final String ABOUT =
            "Tickets with a session are the hard ones. Each is held against tickets without one of the same kind,"
                    + " priority, tier, channel and month. The interval says where the difference lies in 95 of 100 cases."
                    + " It says that they differ, not why.";
    private static final String EMPTY =
            "No tickets yet. Your help desk can send them, or a lead can upload a file: see “Bring in tickets”.";

    /// The column that says what the interval allows to say.
    static final int SHOWS = 9;

    private final Groups groups;

    ComparedTable(Groups groups) {
        this.groups = groups;
    }

    Table all(List<Both> strata, Both people) {
        var isShown = groups.mayShow(people);
        List<List<Cell>> rows = strata.isEmpty()
                ? List.of()
                : Arrays.stream(Measure.values())
                        .map(measure -> isShown ? row(measure, measure.in(strata)) : hidden(measure))
                        .toList();
        return Table.of(
                        "comparison",
                        "Assisted tickets beside similar ones",
                        ABOUT,
                        List.of(
                                "Measure",
                                "Assisted",
                                "Similar",
                                "Difference",
                                "From",
                                "To",
                                "Assisted tickets",
                                "Similar tickets",
                                "Left out: nothing similar",
                                "What it shows"),
                        rows,
                        EMPTY)
                .drawnAs("interval", 3, 4, 5);
    }

    Table kinds(List<Both> strata, Map<String, long[]> people) {
        var byKind = strata.stream().collect(Collectors.groupingBy(Both::name, TreeMap::new, Collectors.toList()));
        var rows = byKind.entrySet().stream()
                .map(kind -> kindRow(kind.getKey(), kind.getValue(), people.getOrDefault(kind.getKey(), new long[2])))
                .toList();
        return Table.of(
                "kinds",
                "By kind of ticket",
                "The same comparison within each kind.",
                List.of(
                        "Kind",
                        "Assisted tickets",
                        "Other tickets",
                        "Satisfied: difference",
                        "What it shows",
                        "Escalated: difference",
                        "What it shows",
                        "Time to the solution: difference",
                        "What it shows"),
                rows,
                EMPTY);
    }

    private List<Cell> kindRow(String kind, List<Both> strata, long[] people) {
        var all = Both.sum(kind, strata);
        var isShown = groups.mayShow(all.withPeople(people[0], people[1]));
        var name = Cell.of(kind.isEmpty() ? "not told" : kind);
        if (!isShown) {
            var few = groups.few();
            return List.of(name, few, few, few, few, few, few, few, few);
        }
        var satisfied = Measure.SATISFIED.in(strata);
        var escalated = Measure.ESCALATED.in(strata);
        var time = Measure.TIME.in(strata);
        return List.of(
                name,
                Cell.of(all.assisted().tickets()),
                Cell.of(all.similar().tickets()),
                difference(Measure.SATISFIED, satisfied),
                shows(satisfied),
                difference(Measure.ESCALATED, escalated),
                shows(escalated),
                difference(Measure.TIME, time),
                shows(time));
    }

    private List<Cell> hidden(Measure measure) {
        var few = groups.few();
        return List.of(Cell.of(measure.shown()), few, few, few, few, few, few, few, few, few);
    }

    private static List<Cell> row(Measure measure, Compared compared) {
        return switch (compared) {
            case TooFew(var assisted, var similar) ->
                List.of(
                        Cell.of(measure.shown()),
                        Cell.NONE,
                        Cell.NONE,
                        Cell.NONE,
                        Cell.NONE,
                        Cell.NONE,
                        Cell.of(assisted),
                        Cell.of(similar),
                        Cell.NONE,
                        shows(compared));
            case Found found ->
                List.of(
                        Cell.of(measure.shown()),
                        value(measure, found.assistedValue()),
                        value(measure, found.similarValue()),
                        difference(measure, found.difference()),
                        difference(measure, found.interval().from()),
                        difference(measure, found.interval().to()),
                        Cell.of(found.assisted()),
                        Cell.of(found.similar()),
                        Cell.of(found.alone()),
                        shows(found));
        };
    }

    private static Cell difference(Measure measure, Compared compared) {
        return compared instanceof Found found ? difference(measure, found.difference()) : Cell.NONE;
    }

    private static Cell difference(Measure measure, double difference) {
        return switch (measure.unit()) {
            case SHARE -> Cell.signed(100 * difference, " points");
            case TIME -> Cell.signed(100 * (difference - 1), " %");
            case MINUTES -> Cell.signed(difference, " min");
        };
    }

    private static Cell value(Measure measure, double value) {
        return switch (measure.unit()) {
            case SHARE -> Cell.percent(1, value);
            case TIME -> Cell.time(value);
            case MINUTES -> new Cell(Cell.round(value, 1) + " min", value);
        };
    }

    static Cell shows(Compared compared) {
        return Cell.of(
                switch (compared) {
                    case TooFew _ -> "too few";
                    case Found found ->
                        switch (found.reading()) {
                            case BETTER -> Cell.BETTER;
                            case WORSE -> Cell.WORSE;
                            case NO_DIFFERENCE_SHOWN -> "no difference shown";
                        };
                });
    }
}
