package dev.cowork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tests that a page of `docs` names, as `Class#method`.
final class NamedTests {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Map<String, String> SOURCES = sources();

    private NamedTests() {}

    record Named(String type, String method) {
        boolean isThere() {
            return Pattern.compile(
                            "@(Test|ParameterizedTest)\\b(?:(?!void ).)*? void " + method + "\\(", Pattern.DOTALL)
                    .matcher(SOURCES.getOrDefault(type, ""))
                    .find();
        }
    }

    static List<Named> in(String words) {
        return NAMED.matcher(words)
                .results()
                .map(found -> new Named(found.group(1), found.group(2)))
                .toList();
    }

    private static Map<String, String> sources() {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            NamedTests::read,
                            (one, other) -> one + other));
        } catch (IOException unreadable) {
            throw new AssertionError("the tests cannot be read", unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file + " cannot be read", unreadable);
        }
    }
}
