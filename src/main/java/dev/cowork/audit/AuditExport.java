package dev.cowork.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes the audit out for finance and auditors: every workspace, oldest first. Needs a connection and nothing else.
public final class AuditExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1000;
    private static final String ENTRIES = """
            select body, previous_hash, hash from audit_entry where at >= ? and at < ? order by workspace, seq""";
    /// What a spreadsheet would run instead of showing it.
    private static final Pattern LIVE = Pattern.compile("(?s)[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20].*");

    /// How it is written.
    public enum Form {
        /// RFC 4180. A field that a spreadsheet would take for a formula begins with an apostrophe.
        CSV,
        /// One JSON object a line.
        JSONL
    }

    private final Connection connection;

    /// @param connection within a transaction, or every entry is read into memory at once
    public AuditExport(Connection connection) {
        this.connection = connection;
    }

    /// @param from the first day, in UTC
    /// @param to the last day, in UTC
    /// @return how many entries were written
    public long write(Form form, LocalDate from, LocalDate to, Appendable out) throws SQLException, IOException {
        if (form == Form.CSV) {
            out.append(Arrays.stream(AuditColumn.values())
                            .map(AuditColumn::shown)
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        try (var query = connection.prepareStatement(ENTRIES)) {
            query.setFetchSize(AT_ONCE);
            query.setObject(1, start(from));
            query.setObject(2, start(to.plusDays(1)));
            try (var rows = query.executeQuery()) {
                var written = 0L;
                for (; rows.next(); written++) {
                    out.append(line(form, row(rows)));
                }
                return written;
            }
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static AuditColumn.Row row(ResultSet rows) throws SQLException {
        var body = rows.getString("body");
        try {
            return new AuditColumn.Row(
                    JSON.readTree(body), body, rows.getString("previous_hash"), rows.getString("hash"));
        } catch (JsonProcessingException tampered) {
            return new AuditColumn.Row(
                    JSON.createObjectNode(), body, rows.getString("previous_hash"), rows.getString("hash"));
        }
    }

    static String line(Form form, AuditColumn.Row row) {
        return switch (form) {
            case CSV ->
                Arrays.stream(AuditColumn.values())
                        .map(column -> csv(column.of(row)))
                        .collect(Collectors.joining(",", "", "\r\n"));
            case JSONL -> {
                var fields = new TreeMap<String, String>();
                Arrays.stream(AuditColumn.values()).forEach(column -> fields.put(column.shown(), column.of(row)));
                yield CanonicalJson.of(fields) + "\n";
            }
        };
    }

    private static String csv(String words) {
        var harmless = LIVE.matcher(words).matches() ? "'" + words : words;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
