package dev.cowork.impact.dashboard;

import dev.cowork.impact.ImpactBook.Group;
import java.util.List;

/// The guide's ten measures on one screen, each with the way to its table. Nothing is worked out here: what a card
/// says, its table says too.
record Glance(String title, List<Card> cards) {
    /// @param beside what to hold it against
    /// @param reading `better`, `worse` or what else the interval allows to say; empty where nothing is compared
    /// @param table its id
    record Card(String label, String value, String beside, Cell reading, String table) {
        public String mark() {
            return reading.mark();
        }
    }

    static List<Glance> of(Table comparison, Group sessions, Table rampUp, Table gaps, Groups groups) {
        return List.of(
                new Glance(
                        "Quality",
                        List.of(
                                compared(comparison, Measure.SATISFIED),
                                compared(comparison, Measure.FIRST_CONTACT),
                                compared(comparison, Measure.ESCALATED),
                                sure(sessions, groups))),
                new Glance(
                        "Learning",
                        List.of(
                                drafts(rampUp),
                                gap(gaps, "Knowledge gaps found", GapsTable.KNOWLEDGE),
                                gap(gaps, "Policies to be made clear", GapsTable.POLICY))),
                new Glance(
                        "Efficiency",
                        List.of(
                                compared(comparison, Measure.TIME),
                                compared(comparison, Measure.REOPENED),
                                compared(comparison, Measure.MANAGER))));
    }

    private static Card compared(Table comparison, Measure measure) {
        if (comparison.isEmpty()) {
            return new Card(measure.shown(), "–", "No tickets yet", Cell.of(""), comparison.id());
        }
        var row = comparison.rows().get(measure.ordinal());
        if (row.get(1).isNumber()) {
            return new Card(
                    measure.shown(),
                    row.get(1).text(),
                    "Similar tickets: %s. Difference %s, from %s to %s"
                            .formatted(
                                    row.get(2).text(),
                                    row.get(3).text(),
                                    bare(row.get(4)),
                                    row.get(5).text()),
                    row.get(ComparedTable.SHOWS),
                    comparison.id());
        }
        var few = row.get(6).isNumber()
                ? "%s assisted, %s similar tickets"
                        .formatted(row.get(6).text(), row.get(7).text())
                : row.get(ComparedTable.SHOWS).text();
        return new Card(
                measure.shown(),
                "–",
                few,
                row.get(6).isNumber() ? row.get(ComparedTable.SHOWS) : Cell.of(""),
                comparison.id());
    }

    private static String bare(Cell cell) {
        return cell.text().replaceFirst(" .*", "");
    }

    private static Card sure(Group sessions, Groups groups) {
        var label = "How sure agents are";
        if (sessions.confidentPeople() == 0) {
            return new Card(label, "–", "Nobody said so yet", Cell.of(""), "sessions");
        }
        if (!groups.mayShow(sessions.confidentPeople())) {
            return new Card(label, "–", groups.few().text(), Cell.of(""), "sessions");
        }
        return new Card(
                label,
                "%s of 5".formatted(Cell.round(sessions.after().mean(), 1)),
                "Before the session: %s. Said in %,d sessions"
                        .formatted(
                                Cell.round(sessions.before().mean(), 1),
                                sessions.before().known()),
                Cell.of(""),
                "sessions");
    }

    /// The longest in service beside the newest.
    private static Card drafts(Table rampUp) {
        var label = "Own first draft in the one used";
        var shown = rampUp.rows().stream().filter(row -> row.get(3).isNumber()).toList();
        if (shown.isEmpty()) {
            return new Card(
                    label,
                    "–",
                    rampUp.isEmpty()
                            ? "No draft by hand yet"
                            : rampUp.rows().getFirst().get(1).text(),
                    Cell.of(""),
                    rampUp.id());
        }
        var last = shown.getLast();
        var first = shown.getFirst();
        return new Card(
                label,
                last.get(3).text(),
                "In weeks %s since their first session".formatted(last.get(0).text())
                        + (shown.size() == 1
                                ? ""
                                : ". In weeks %s: %s"
                                        .formatted(
                                                first.get(0).text(),
                                                first.get(3).text())),
                Cell.of(""),
                rampUp.id());
    }

    private static Card gap(Table gaps, String label, String kind) {
        return gaps.rows().stream()
                .filter(row -> row.getFirst().text().equals(kind))
                .findFirst()
                .map(row -> new Card(
                        label,
                        row.get(1).isNumber() ? row.get(1).text() : "–",
                        "%s closed, %s open now"
                                .formatted(row.get(3).text(), row.get(5).text()),
                        Cell.of(""),
                        gaps.id()))
                .orElseGet(() -> new Card(label, "0", "None was ever noted", Cell.of(""), gaps.id()));
    }
}
