package dev.cowork.impact.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What leaves for a spreadsheet, and what an address may say.
class CsvTest {
    @Test
    void quotesWordsAndMakesNoFormulas() {
        var table = Table.of(
                "t",
                "T",
                "",
                List.of("Name", "Value"),
                List.of(
                        List.of(Cell.of("a, \"b\"\nc"), Cell.percent(3, 1.0 / 3)),
                        List.of(Cell.of("=HYPERLINK(\"x\")"), Cell.NONE),
                        List.of(Cell.of("-1+2"), Cell.of(1_234_567))),
                "");

        assertEquals(
                "Name,Value\r\n\"a, \"\"b\"\"\nc\",33.333\r\n\"'=HYPERLINK(\"\"x\"\")\",–\r\n'-1+2,1234567\r\n",
                Csv.of(table));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,null,2026-09,2026-11",
                "2026-01,2026-03,2026-01,2026-03",
                "2026-05,null,2026-05,2026-11",
                "2026-05,2026-02,2026-05,2026-05",
                "2001-01,2026-11,2023-12,2026-11",
                "nonsense,2026-13,2026-09,2026-11",
                "2026-1,%00,2026-09,2026-11",
            })
    void readsAnyAddress(String from, String to, String first, String last) {
        var months = Months.of(from, to, Instant.parse("2026-11-25T12:00:00Z"));

        assertEquals(first, months.first().toString());
        assertEquals(last, months.last().toString());
    }
}
