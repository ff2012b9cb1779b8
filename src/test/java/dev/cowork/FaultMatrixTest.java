package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/fault-matrix.md` names a test for each fault: every row is there, and every test.
class FaultMatrixTest {
    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        var rows = Files.readAllLines(Path.of("docs", "fault-matrix.md")).stream()
                .filter(line -> line.matches("\\| \\d+b? \\|.*"))
                .toList();
        assertEquals(
                numbers(), rows.stream().map(row -> row.split("\\|")[1].strip()).toList());
        assertAll(rows.stream().map(row -> () -> {
            var named = NamedTests.in(row);
            assertTrue(!named.isEmpty() || row.contains("not tested here:"), () -> "no test and no reason: " + row);
            assertEquals(
                    List.of(), named.stream().filter(test -> !test.isThere()).toList(), row);
        }));
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 42)
                .boxed()
                .flatMap(row -> row == 41 ? Stream.of("41", "41b") : Stream.of("" + row))
                .toList();
    }
}
