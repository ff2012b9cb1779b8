package dev.cowork.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import io.smallrye.config.PropertiesConfigSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/// `make verify-audit` and `make export-audit`, with a database that nobody else uses.
class AuditCommandTest {
    private final PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.migrated();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void threeEntries() throws SQLException {
        tell("insert into audit_head values ('T1', 0, '')");
        for (var seq = 1; seq <= 3; seq++) {
            var at = "2026-03-0" + seq + "T12:00:00Z";
            var body = "{\"at\":\"" + at + "\",\"deed\":\"proposed\",\"member\":\"U1\",\"seq\":\"" + seq
                    + "\",\"workspace\":\"T1\"}";
            tell("""
                    insert into audit_entry (workspace, seq, deed, member, at, body, previous_hash, hash)
                    select 'T1', %d, 'proposed', 'U1', '%s', '%s', hash, encode(sha256(convert_to(hash || '%s', 'UTF8')), 'hex')
                    from audit_head""".formatted(seq, at, body, body));
            tell("update audit_head set seq = %d, hash = (select hash from audit_entry where seq = %d)"
                    .formatted(seq, seq));
        }
    }

    @Test
    void saysWhatIsIntact() {
        assertEquals(0, run("verify-audit"));
        assertTrue(said().startsWith("T1: intact, 3 entries, 0 anchors agree, the last entry is 3:"), said());

        var anchor = said().substring(said().lastIndexOf(' ')).strip();
        assertEquals(0, run("verify-audit", anchor));
        assertTrue(said().contains("1 anchors agree"), said());
    }

    @Test
    void namesTheFirstBrokenEntryAndTheAnchorThatDisagrees() throws SQLException {
        tell("insert into audit_anchor (workspace, day, seq, hash, anchored_at, channel, ts)"
                + " values ('T1', '2026-03-04', 4, repeat('a', 64), now(), 'C1', '17.1')");
        assertEquals(1, run("verify-audit"));
        assertTrue(
                said().contains(
                                "T1: BROKEN at entry 4: it is missing: the anchor of 2026-03-04, posted in C1 at 17.1 names entry 4"),
                said());

        assertEquals(1, run("verify-audit", "2:" + "0".repeat(64)));
        assertTrue(said().contains("T1: BROKEN at entry 2: the anchor 2 given here says 000"), said());
    }

    @Test
    void exportsTheDaysAskedFor(@TempDir Path directory) throws Exception {
        var file = directory.resolve("out.jsonl");

        assertEquals(0, run("export-audit", "jsonl", file.toString(), "2026-03-02", "2026-03-02"));
        var lines = Files.readAllLines(file);
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().contains("\"seq\":\"2\""), lines::toString);

        assertEquals(0, run("export-audit", "csv", file.toString()));
        assertEquals(4, Files.readAllLines(file).size());
    }

    @Test
    void refusesInWordsWhatItCannotRead(@TempDir Path directory) {
        assertEquals(2, run("verify-audit", "three"));
        assertTrue(err.toString().contains("three is no anchor"), err::toString);
        assertEquals(2, run("export-audit", "xls", "x"));
        assertEquals(2, run("export-audit", "csv", directory.resolve("x").toString(), "yesterday"));
        assertEquals(2, run(Map.of("COWORK_DATA_DIR", directory.toString()), "verify-audit"));
        assertTrue(err.toString().contains("there is no database in " + directory), err::toString);
    }

    /// The tests' own server is such a one: somebody else has it.
    @Test
    void findsTheServerThatRunsInADirectory() {
        var running = OwnPostgres.running(TestDatabase.directory());

        assertEquals(database.getPortNumbers()[0], running.orElseThrow().port());
        assertTrue(OwnPostgres.running(Path.of("target", "no-such-directory")).isEmpty());
    }

    private int run(String... arguments) {
        return run(
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", database.getURL(),
                        "QUARKUS_DATASOURCE_USERNAME", String.valueOf(database.getUser()),
                        "QUARKUS_DATASOURCE_PASSWORD", String.valueOf(database.getPassword())),
                arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        out.reset();
        var settings = new Settings(List.of(new PropertiesConfigSource(environment, "test", 1)), "prod");
        return new AuditCommand(settings, new PrintStream(out), new PrintStream(err)).run(arguments);
    }

    private String said() {
        return out.toString();
    }

    private void tell(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
