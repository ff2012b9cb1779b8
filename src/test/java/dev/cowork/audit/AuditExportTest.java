package dev.cowork.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What finance and auditors open.
class AuditExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyColumnHasAMeaningAndNoMeaningIsLeftOver() throws IOException {
        var described = Pattern.compile("(?m)^\\| `([a-z_0-9]+)` \\| \\S")
                .matcher(Files.readString(Path.of("docs", "audit.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertEquals(Arrays.stream(AuditColumn.values()).map(AuditColumn::shown).toList(), described);
    }

    @Test
    void writesAmountsAsTheirCurrencyHasThem() throws IOException {
        var csv = line(
                AuditExport.Form.CSV,
                "{\"askedMinor\":\"1250\",\"askedCurrency\":\"JPY\",\"grantedMinor\":\"1250\",\"grantedCurrency\":\"EUR\"}");

        assertTrue(csv.contains(",1250,1250,JPY,"), csv);
        assertTrue(csv.contains(",12.50,1250,EUR,"), csv);
    }

    @Test
    void letsNoFieldComeAliveInASpreadsheet() throws IOException {
        for (var live : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "\uff1d1")) {
            var csv = line(AuditExport.Form.CSV, "{\"rule\":\"" + live + "\"}");
            assertTrue(csv.contains("'" + live.replace("\\t", "\t").replace("\\r", "\r")), csv);
        }
        assertTrue(line(AuditExport.Form.CSV, "{\"rule\":\"a, \\\"b\\\"\"}").contains(",\"a, \"\"b\"\"\","));
    }

    @Test
    void writesOneObjectALine() throws IOException {
        var line = line(AuditExport.Form.JSONL, "{\"rule\":\"=a\\nb\"}");

        assertFalse(line.strip().contains("\n"));
        var read = JSON.readTree(line);
        assertEquals("=a\nb", read.path("rule").asText());
        assertEquals(AuditColumn.values().length, read.size());
    }

    private static String line(AuditExport.Form form, String body) throws IOException {
        return AuditExport.line(form, new AuditColumn.Row(JSON.readTree(body), body, "", "00"));
    }
}
