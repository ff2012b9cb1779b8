package dev.cowork.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text file of the playbook, cut by its headings. Only two levels of headings are known.
public record Page(String name, List<Part> parts) {
    private static final Pattern HEADING = Pattern.compile("^(#{1,2}) +(.+)$");

    private static final List<String> MARKS = List.of("> ", "- ", "+ ", "cost: ", "precedent: ", "grants: ");

    /// What stands under a heading, down to the next of its level.
    ///
    /// @param body the lines before the first heading below, without blank lines at the ends
    public record Part(String title, String body, List<Part> parts) {

        /// The plain paragraphs: neither quoted nor listed, nor named like `cost: …`.
        public String text() {
            return body.lines()
                    .filter(line -> MARKS.stream().noneMatch(line::startsWith))
                    .reduce((a, b) -> a + "\n" + b)
                    .orElse("")
                    .strip();
        }

        /// The lines after `> `.
        public String quote() {
            return String.join("\n", marked("> "));
        }

        /// The lines after `- `.
        public List<String> items() {
            return marked("- ");
        }

        /// The lines after a mark such as `+ ` or `cost: `.
        public List<String> marked(String mark) {
            return body.lines()
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()).strip())
                    .toList();
        }

        /// A part below this one, if there is one of that heading.
        public Optional<Part> part(String wanted) {
            return parts.stream().filter(part -> part.title.equals(wanted)).findFirst();
        }
    }

    /// @throws IllegalStateException if there is no such file
    static Page read(String name) {
        var path = "/playbook/" + name + ".md";
        try (var in = Page.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the playbook has no page " + path);
            }
            return new Page(name, parts(new String(in.readAllBytes(), StandardCharsets.UTF_8), 1));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + path, broken);
        }
    }

    /// A text of the same form from somewhere else.
    public static Page of(String name, String text) {
        return new Page(name, parts(text, 1));
    }

    public boolean has(String wanted) {
        return parts.stream().anyMatch(part -> part.title().equals(wanted));
    }

    /// @throws IllegalStateException if there is no such heading
    public Part part(String wanted) {
        return parts.stream()
                .filter(part -> part.title().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("playbook/" + name + ".md has no heading \"" + wanted + "\""));
    }

    static MatchResult match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("a heading of the playbook cannot be read: \"" + text + "\"");
        }
        return matcher.toMatchResult();
    }

    private static List<Part> parts(String text, int level) {
        var found = new ArrayList<Part>();
        @Nullable String title = null;
        var body = new StringBuilder();
        for (var line : text.lines().toList()) {
            var heading = HEADING.matcher(line);
            if (heading.matches() && heading.group(1).length() == level) {
                add(found, title, body.toString(), level);
                title = heading.group(2).strip();
                body.setLength(0);
            } else {
                body.append(line).append('\n');
            }
        }
        add(found, title, body.toString(), level);
        return List.copyOf(found);
    }

    private static void add(List<Part> found, @Nullable String title, String text, int level) {
        if (title == null) {
            return;
        }
        var below = text.indexOf("\n" + "#".repeat(level + 1) + " ");
        var starts = text.startsWith("#".repeat(level + 1) + " ");
        var body = starts ? "" : below < 0 ? text : text.substring(0, below);
        found.add(new Part(title, body.strip(), level == 2 ? List.of() : parts(text, level + 1)));
    }
}
