package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook.Ended;
import dev.cowork.impact.ImpactBook.Granted;
import dev.cowork.impact.ImpactBook.Group;
import dev.cowork.impact.ImpactBook.Tenure;
import dev.cowork.impact.comparison.Compared;
import dev.cowork.impact.comparison.Compared.Found;
import dev.cowork.workspace.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sessions and proposals, counted.
final class SessionTables {
    private static final Map<String, String> OPENINGS = Map.of(
            "difficult-customer", "Difficult customer",
            "complex-problem", "Complex problem",
            "policy-gray-area", "Policy gray area",
            "high-value-customer", "High-value customer",
            "text", "From plain words");

    private final Groups groups;
    /// A person sees their own figures, however few.
    private final boolean isOwn;

    SessionTables(Groups groups, boolean isOwn) {
        this.groups = groups;
        this.isOwn = isOwn;
    }

    private boolean shows(long people) {
        return isOwn || groups.mayShow(people);
    }

    Table sessions(List<Group> all) {
        var rows = all.stream().map(this::session).toList();
        return Table.of(
                "sessions",
                "Sessions by what they began with",
                "Practice is left out. Minutes are those in which somebody said something, with pauses of five minutes"
                        + " at most. Confidence is from 1 to 5, of those who said so both before and after.",
                List.of(
                        "Opening",
                        "Opened",
                        "Closed",
                        "Resolved",
                        "Escalated",
                        "First answer settled it",
                        "Minutes, on average",
                        "Confidence before",
                        "Confidence after"),
                rows,
                "No sessions in these months.");
    }

    private List<Cell> session(Group group) {
        var name = Cell.of(OPENINGS.getOrDefault(group.opening(), group.opening()));
        if (!shows(group.people())) {
            var few = groups.few();
            return List.of(name, few, few, few, few, few, few, few, few);
        }
        return List.of(
                name,
                Cell.of(group.opened()),
                Cell.of(group.closed()),
                Cell.percent(group.closed(), (double) group.resolved() / Math.max(1, group.closed())),
                Cell.percent(group.closed(), (double) group.escalated() / Math.max(1, group.closed())),
                said(
                        group.firstContactPeople(),
                        Cell.percent(
                                group.firstContact().known(),
                                group.firstContact().mean())),
                Cell.decimal(group.minutes().known(), group.minutes().mean()),
                said(
                        group.confidentPeople(),
                        Cell.decimal(group.before().known(), group.before().mean())),
                said(
                        group.confidentPeople(),
                        Cell.decimal(group.after().known(), group.after().mean())));
    }

    /// What only some of them said is not shown where these are few.
    private Cell said(long people, Cell cell) {
        return people == 0 || shows(people) ? cell : groups.few();
    }

    Table rampUp(List<Tenure> blocks) {
        var rows = blocks.stream()
                .filter(block -> block.block() < 13)
                .map(block -> List.of(
                        Cell.of(block.block() * 4 + 1 + " to " + (block.block() * 4 + 4)),
                        shows(block.people()) ? Cell.of(block.people()) : groups.few(),
                        shows(block.people()) ? Cell.of(block.own().known()) : groups.few(),
                        shows(block.people())
                                ? Cell.percent(block.own().known(), block.own().mean() / 100)
                                : groups.few()))
                .toList();
        return Table.of(
                        "rampup",
                        "How close own first drafts come",
                        "How many words of the first draft by one's own hand are in the one that was used, by weeks"
                                + " since the first session. A share near 100 % means that the first own draft could go"
                                + " out.",
                        List.of(
                                "Weeks since the first session",
                                "People",
                                "Sessions",
                                "Own first draft in the one used"),
                        rows,
                        "No draft was written by hand in these months.")
                .drawnAs("line", 3);
    }

    Table proposals(List<Ended> all) {
        var rows = all.stream()
                .map(ended -> List.of(
                        Cell.of(words(ended.ask())),
                        Cell.of(words(ended.verdict())),
                        shows(ended.people()) ? Cell.of(ended.n()) : groups.few(),
                        shows(ended.people()) ? Cell.of(ended.byOthers()) : groups.few(),
                        shows(ended.people()) ? Cell.time(ended.minutes()) : groups.few()))
                .toList();
        return Table.of(
                "proposals",
                "Proposals and how they ended",
                "Half of each kind were decided within the time in the last column. What somebody else decided is what"
                        + " a supervisor or manager had to step in for.",
                List.of("What was asked", "How it ended", "Number", "Decided by somebody else", "Half within"),
                rows,
                "No proposal ended in these months.");
    }

    Table granted(List<Granted> all) {
        var rows = all.stream()
                .map(granted -> List.of(
                        Cell.of(granted.currency()),
                        Cell.of(words(granted.kind())),
                        shows(granted.people()) ? Cell.of(granted.n()) : groups.few(),
                        shows(granted.people()) ? money(granted) : groups.few()))
                .toList();
        return Table.of(
                "granted",
                "Money granted",
                "What was approved or granted on somebody's own authority. Currencies are never added up.",
                List.of("Currency", "Kind", "Number", "Amount"),
                rows,
                "Nothing was granted in these months.");
    }

    private static Cell money(Granted granted) {
        return Cell.money(new Money(granted.minor(), Currency.getInstance(granted.currency())));
    }

    Table minutes(Group all, Compared handling, boolean isShown) {
        var closed = all.minutes().known();
        var worked = Cell.of("Minutes worked in sessions");
        var spent = shows(all.people())
                ? List.of(worked, Cell.of((long) all.minutes().sum()), Cell.of("in " + closed + " closed sessions"))
                : List.of(worked, groups.few(), Cell.NONE);
        List<Cell> saved = switch (handling) {
            case Found found
            when isShown ->
                List.of(
                        Cell.of("Handling time of assisted tickets less that of similar ones"),
                        new Cell(
                                Cell.round(found.difference() * found.assisted(), 0)
                                                .replace('-', '−') + " min",
                                (double) Math.round(found.difference() * found.assisted())),
                        Cell.of("from %s to %s minutes, for the %d assisted tickets compared"
                                .formatted(
                                        Cell.round(found.interval().from() * found.assisted(), 0)
                                                .replace('-', '−'),
                                        Cell.round(found.interval().to() * found.assisted(), 0)
                                                .replace('-', '−'),
                                        found.assisted())));
            default ->
                List.of(
                        Cell.of("Handling time of assisted tickets less that of similar ones"),
                        Cell.NONE,
                        Cell.of(isShown ? "too few tickets with a handling time" : "too few people"));
        };
        return Table.of(
                "minutes",
                "Minutes put in, and what became of them",
                "Below zero means that assisted tickets took less handling time than similar ones. Whether the time in"
                        + " a session is part of the handling time is for your help desk's clock to know.",
                List.of("What", "Minutes", "Of what"),
                closed == 0 && handling instanceof Compared.TooFew ? List.of() : List.of(spent, saved),
                "No session was closed in these months.");
    }

    /// `OWN_AUTHORITY` as `own authority`.
    static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
