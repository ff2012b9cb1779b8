package dev.cowork.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cowork.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// The two roles of `docs/operating.md`, as they are written there: the running bot can work, and cannot change
/// what was decided, not even by switching the triggers off.
class AuditRightsTest {
    private static final String NOT_ALLOWED = "42501";

    @Test
    void theRunningBotCannotChangeWhatWasDecided() throws Exception {
        var database = TestDatabase.migrated();
        var blocks = blocks();
        assertEquals(1, blocks.size());
        // Roles belong to the whole server, which outlives a test run.
        var suffix = "_" + UUID.randomUUID().toString().replace("-", "");
        var app = "cowork_app" + suffix;
        as(database, "cowork", "drop schema public cascade; create schema public");

        var ready = blocks.getFirst().replaceAll("cowork_(app|owner)", "$0" + suffix);
        as(database, "cowork", ready.replace("create role cowork_served nologin;", ""));
        Flyway.configure(TestDatabase.class.getClassLoader())
                .dataSource(database)
                .initSql("set role cowork_owner" + suffix)
                .locations("db/migration")
                .load()
                .migrate();

        as(database, app, """
                set cowork.workspace = 'T1';
                insert into audit_head (workspace, seq, hash) values ('T1', 0, '');
                insert into audit_entry (workspace, seq, proposal, deed, member, at, body, previous_hash, hash)
                    values ('T1', 1, null, 'd', 'U1', now(), '{}', '', encode(sha256('{}'), 'hex'));
                update audit_head set seq = 1 where workspace = 'T1'""");
        for (var deed : List.of(
                "update audit_entry set member = 'U2'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "alter table audit_entry disable trigger all",
                "drop trigger audit_entry_stays on audit_entry",
                "set session_replication_role = replica",
                "update proposal_decision set decided_by = 'U2'",
                "delete from audit_anchor",
                "drop table audit_entry")) {
            var refused = assertThrows(SQLException.class, () -> as(database, app, deed), deed);
            assertEquals(NOT_ALLOWED, refused.getSQLState(), deed + ": " + refused.getMessage());
        }
    }

    private static void as(DataSource database, String role, String statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set role " + role);
            statement.execute(statements);
        }
    }

    private static List<String> blocks() throws IOException {
        var page = Files.readString(Path.of("docs", "operating.md"));
        var from = page.indexOf("## Who may change the record of decisions");
        var chapter = page.substring(from, page.indexOf("\n## ", from));
        return Pattern.compile("(?s)```sql\n(.*?)```")
                .matcher(chapter)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
