package dev.cowork.impact.dashboard;

import java.util.List;
import java.util.stream.Collectors;

/// A table as a spreadsheet takes it, by RFC 4180. Numbers are plain; words never become formulas.
final class Csv {
    private Csv() {}

    static String of(Table table) {
        return line(table.columns())
                + table.rows().stream()
                        .map(row -> line(row.stream()
                                .map(cell -> cell.isNumber() ? cell.plain() : safe(cell.text()))
                                .toList()))
                        .collect(Collectors.joining());
    }

    private static String safe(String words) {
        return words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
    }

    private static String line(List<String> fields) {
        return fields.stream()
                        .map(field ->
                                field.matches("(?s).*[\",\\r\\n].*") ? '"' + field.replace("\"", "\"\"") + '"' : field)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
