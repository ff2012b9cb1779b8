package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `docs/deciding.md` names for each promise the tests that hold it: they are there.
class DecidingPagesTest {
    @Test
    void everyPromiseNamesTestsThatThereAre() throws IOException {
        var rows = Files.readAllLines(Path.of("docs", "deciding.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise") && !line.startsWith("| ---"))
                .toList();
        assertFalse(rows.isEmpty());
        assertAll(rows.stream().map(row -> () -> {
            var named = NamedTests.in(row);
            assertFalse(named.isEmpty(), () -> "no test: " + row);
            assertEquals(
                    List.of(), named.stream().filter(test -> !test.isThere()).toList(), row);
        }));
    }
}
