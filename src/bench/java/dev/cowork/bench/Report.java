package dev.cowork.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The table of ratios: printed, written to `target/bench`, and held against the one in `docs/bench.md`.
final class Report {
    private static final Path KNOWN = Path.of("docs", "bench.md");
    /// A row of the table that is kept: name, and the ratio's median in its second column.
    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+?) \\| ([0-9.]+) \\(", Pattern.MULTILINE);
    private static final double WORSE = 1.2;

    private final Figures figures;
    private final List<String> wrongs;
    private final String parts;
    private final int rounds;
    private final Duration length;

    Report(Figures figures, List<String> wrongs, String parts, int rounds, Duration length) {
        this.figures = figures;
        this.wrongs = wrongs;
        this.parts = parts;
        this.rounds = rounds;
        this.length = length;
    }

    /// @param more whether more is better
    private record Row(String name, String above, String below, boolean more, String wanted) {}

    private static final List<Row> ROWS = List.of(
            new Row("events/s at 32 connections, to Bolt for JavaScript that stores nothing", "event/cowork", "event/bolt-js", true, "2"),
            new Row("events/s at 32 connections, to JDBC with a commit each", "event/cowork", "event/floor", true, "2"),
            new Row("events/s at 32 connections, to Bolt for Java that stores nothing", "event/cowork", "event/bolt-java", true, ""),
            new Row("events/s at 32 connections, to a bare route that stores nothing", "event/cowork", "event/bare quarkus", true, ""),
            new Row("commands/s, to Bolt for JavaScript that stores nothing", "command/cowork", "command/bolt-js", true, ""),
            new Row("presses/s, to Bolt for JavaScript that stores nothing", "press/cowork", "press/bolt-js", true, ""),
            new Row("presses/s, to Bolt for Java that stores nothing", "press/cowork", "press/bolt-java", true, ""),
            new Row("events/s to presses/s", "event/cowork", "press/cowork", false, "1.5"),
            new Row("p50 at one connection, to JDBC with a commit each", "one/cowork", "one/floor", false, ""),
            new Row("events/s of two processes on these cores, to one's alone", "replicas/2", "event/cowork", true, "0.9"),
            new Row("events/s of three processes on these cores, to one's alone", "replicas/3", "event/cowork", true, "0.9"),
            new Row("first acknowledgement after exec, with the cache to without", "start/with cache", "start/without cache", false, "0.5"),
            new Row("resident memory after the load, to the bare route's", "memory/cowork", "memory/bare quarkus", false, "1.5"));

    int write() throws IOException {
        var known = known();
        var worse = new ArrayList<String>();
        var table = new StringBuilder("| ratio | median (least to most) | wanted |\n| --- | --- | --- |\n");
        var ratios = new LinkedHashMap<String, Object>();
        for (var row : ROWS) {
            if (figures.has(row.above()) && figures.has(row.below())) {
                var ratio = figures.ratio(row.above(), row.below());
                ratios.put(row.name(), ratio);
                table.append("| %s | %s | %s |\n".formatted(row.name(), ratio, row.wanted().isEmpty() ? "" : (row.more() ? "≥ " : "≤ ") + row.wanted()));
                var before = known.get(row.name());
                if (before != null && (row.more() ? before / ratio.median() : ratio.median() / before) > WORSE) {
                    worse.add("%s: %.2f, was %.2f".formatted(row.name(), ratio.median(), before));
                }
            }
        }
        var measured = new StringBuilder("| measured | median (least to most) |\n| --- | --- |\n");
        figures.all().keySet().forEach(name -> measured.append("| %s, %s | %s |\n".formatted(name, unit(name), figures.spread(name))));
        System.out.printf(Locale.ROOT, "%n%s%n%s%n%d rounds of %d ms%n", table, measured, rounds, length.toMillis());
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        var file = Files.createDirectories(Path.of("target", "bench")).resolve(parts.replace(',', '-') + ".json");
        json.writeValue(file.toFile(), Map.of("ratios", ratios, "rounds", figures.all(), "wrong", wrongs, "millis", length.toMillis()));
        System.out.println("Written to " + file);
        wrongs.forEach(wrong -> System.out.println("WRONG: " + wrong));
        worse.forEach(line -> System.out.println("WORSE by more than a fifth than docs/bench.md has it: " + line));
        return wrongs.isEmpty() && worse.isEmpty() ? 0 : 1;
    }

    private static String unit(String name) {
        return switch (name.substring(0, name.indexOf('/'))) {
            case "one" -> "p50 in ms at one connection";
            case "half" -> "p99 in ms at half the rate";
            case "start" -> "ms";
            case "memory" -> "MiB";
            default -> "per second";
        };
    }

    private static Map<String, Double> known() throws IOException {
        var known = new LinkedHashMap<String, Double>();
        if (Files.exists(KNOWN)) {
            var rows = ROW.matcher(Files.readString(KNOWN));
            while (rows.find()) {
                known.put(rows.group(1), Double.valueOf(rows.group(2)));
            }
        }
        return known;
    }
}
