package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/fault-matrix.md` names a test for each fault: every row is there, and every test.
class FaultMatrixTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        var rows = Files.readAllLines(Path.of("docs", "fault-matrix.md")).stream()
                .filter(line -> line.matches("\\| \\d+b? \\|.*"))
                .toList();
        assertEquals(
                numbers(), rows.stream().map(row -> row.split("\\|")[1].strip()).toList());
        var sources = sources();
        assertAll(rows.stream().map(row -> () -> {
            var named = NAMED.matcher(row).results().toList();
            assertTrue(!named.isEmpty() || row.contains("not tested here:"), () -> "no test and no reason: " + row);
            named.forEach(test -> assertTrue(
                    isTest(sources.getOrDefault(test.group(1), ""), test.group(2)),
                    () -> "there is no test " + test.group() + " for: " + row));
        }));
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 42)
                .boxed()
                .flatMap(row -> row == 41 ? Stream.of("41", "41b") : Stream.of("" + row))
                .toList();
    }

    private static boolean isTest(String source, String method) {
        return Pattern.compile("@(Test|ParameterizedTest)\\b(?:(?!void ).)*? void " + method + "\\(", Pattern.DOTALL)
                .matcher(source)
                .find();
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            FaultMatrixTest::read,
                            (one, other) -> one + other));
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
