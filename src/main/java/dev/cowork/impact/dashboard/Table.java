package dev.cowork.impact.dashboard;

import java.util.List;

/// Figures of one kind. Whatever a chart shows stands in its table.
///
/// @param id its name in addresses
/// @param about what is counted and what it does not say, in a sentence or two
/// @param chart `line`, `interval`, or empty where a picture would say no more
/// @param series the columns that the chart shows, from 0
/// @param empty what is said where there are no rows
record Table(
        String id,
        String title,
        String about,
        List<String> columns,
        List<List<Cell>> rows,
        String chart,
        List<Integer> series,
        String empty) {
    static Table of(String id, String title, String about, List<String> columns, List<List<Cell>> rows, String empty) {
        return new Table(id, title, about, columns, rows, "", List.of(), empty);
    }

    Table drawnAs(String how, Integer... columns) {
        return new Table(id, title, about, this.columns, rows, how, List.of(columns), empty);
    }

    public boolean hasChart() {
        return !chart.isEmpty() && rows.size() > 1;
    }

    public String shownSeries() {
        return String.join(" ", series.stream().map(String::valueOf).toList());
    }

    /// Whether a column holds numbers, as far as they are shown.
    public boolean isNumeric(int column) {
        return rows.stream().anyMatch(row -> row.get(column).isNumber());
    }

    /// Where it is defined on the page of definitions.
    public String definition() {
        return switch (id) {
            case "comparison", "kinds" -> "the-comparison";
            case "sessions", "own-tickets" -> "quality";
            case "rampup", "independence", "gaps", "precedents" -> "learning";
            case "proposals", "granted", "minutes", "cost" -> "besides";
            default -> "words";
        };
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
