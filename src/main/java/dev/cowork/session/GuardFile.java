package dev.cowork.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A file of words to look for, one a line; `#` begins a remark.
final class GuardFile {
    private GuardFile() {}

    /// @param name the file's name under `guard`
    static List<String> lines(String name) {
        return lines(name, text(name));
    }

    /// A file cut by its headings, such as `[ANGRY]`.
    static Map<String, List<String>> sections(String name) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        for (var line : lines(name)) {
            if (line.matches("\\[[A-Z_]+]")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String name, String text) {
        var lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalStateException("guard/" + name + " is empty");
        }
        return lines;
    }

    /// Matches any of the pieces as whole words, in any case and any language.
    static Pattern words(List<String> pieces) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", pieces) + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String text(String name) {
        try (var in = GuardFile.class.getResourceAsStream("/guard/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no guard/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read guard/" + name, broken);
        }
    }
}
