package dev.cowork.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How one language promises. From `guard/promises.txt`, which says what each part is.
record PromiseWords(
        Words gives, Words goods, Words free, Words exception, Words notYet, Words when, Words delivers, Words will) {
    private static final List<PromiseWords> LANGUAGES = read();

    /// Any of some words, whole and in any case.
    record Words(Pattern pattern) {
        boolean in(String clause) {
            return pattern.matcher(clause).find();
        }

        static Words of(List<String> lines) {
            return new Words(Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(?:" + String.join("|", lines) + ")(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
        }
    }

    static List<PromiseWords> languages() {
        return LANGUAGES;
    }

    private static List<PromiseWords> read() {
        var languages = new LinkedHashMap<String, Map<String, List<String>>>();
        List<String> lines = new ArrayList<>();
        for (var line : text().lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                var name = line.substring(1, line.length() - 1).split(" ");
                lines = languages
                        .computeIfAbsent(name[0], _ -> new LinkedHashMap<>())
                        .computeIfAbsent(name[1], _ -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(line);
            }
        }
        return languages.values().stream().map(PromiseWords::of).toList();
    }

    private static PromiseWords of(Map<String, List<String>> parts) {
        return new PromiseWords(
                words(parts, "gives"),
                words(parts, "goods"),
                words(parts, "free"),
                words(parts, "exception"),
                words(parts, "not-yet"),
                words(parts, "when"),
                words(parts, "delivers"),
                words(parts, "will"));
    }

    private static Words words(Map<String, List<String>> parts, String name) {
        var lines = parts.get(name);
        if (lines == null || lines.isEmpty()) {
            throw new IllegalStateException("guard/promises.txt: a language has no [" + name + "]");
        }
        return Words.of(lines);
    }

    private static String text() {
        try (var in = PromiseWords.class.getResourceAsStream("/guard/promises.txt")) {
            if (in == null) {
                throw new IllegalStateException("there is no guard/promises.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read guard/promises.txt", broken);
        }
    }
}
