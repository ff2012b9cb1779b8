package dev.cowork.knowledge;

import java.util.List;
import java.util.Optional;

/// A file of words that stand in no draft: one a line, or `WORDS => WORDING TO PUT INSTEAD`; `#` begins a remark.
final class ForbiddenWords {
    private static final String ARROW = "=>";
    private static final int LONGEST = 200;
    private static final int MOST = 500;

    private ForbiddenWords() {}

    static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .map(line -> line.replaceFirst("^[-*]\\s+", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    static Optional<String> complaint(NewFile file) {
        if (file.kind() != KnowledgeKind.FORBIDDEN) {
            return Optional.empty();
        }
        var lines = lines(file.text());
        if (lines.isEmpty() || lines.size() > MOST) {
            return Optional.of("A list of forbidden words has 1 to " + MOST + " lines.");
        }
        return lines.stream()
                .filter(line -> line.length() > LONGEST || line.split(ARROW, 2)[0].isBlank())
                .findFirst()
                .map(line -> "Each line is WORDS, or WORDS => WORDING TO PUT INSTEAD, of at most " + LONGEST
                        + " characters. This one is not: " + line.substring(0, Math.min(60, line.length())));
    }
}
