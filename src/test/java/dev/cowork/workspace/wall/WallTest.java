package dev.cowork.workspace.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever a query of ours forgets: no row of another workspace is read, changed, taken away or made, in any table
/// there is, those of migrations to come too. Two workspaces have a row in each.
class WallTest {
    private static final String NOT_ALLOWED = "42501";
    private static final String OF_A_TABLE = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace'
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped order by 1""";

    private static Connection connection;
    private static List<String> tables;

    @BeforeAll
    static void twoWorkspacesHaveARowInEach() throws SQLException {
        connection = TestDatabase.migrated().getConnection();
        tables = all(OF_A_TABLE);
        // Neither rules, references nor triggers matter here: only whose a row is.
        tell("set session_replication_role = replica");
        for (var rule : all("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint
                where contype = 'c' and connamespace = 'public'::regnamespace""")) {
            tell(rule);
        }
        for (var table : tables) {
            tell(row(table, "TONE"));
            tell(row(table, "TTWO"));
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyTableOfAWorkspaceIsThere() {
        assertTrue(tables.size() > 60, tables.toString());
        assertTrue(tables.containsAll(List.of("session", "turn", "proposal", "audit_entry", "inbox", "outbox", "tip")));
    }

    @Test
    void noRowOfAnotherIsRead() throws SQLException {
        for (var table : tables) {
            assertEquals(List.of("1"), as("TONE", "select count(*) from " + table), table);
            assertEquals(List.of("TTWO"), as("TTWO", "select distinct workspace from " + table), table);
            assertEquals(List.of(), as("TONE", "select workspace from " + table + " where workspace = 'TTWO'"), table);
        }
    }

    @Test
    void noRowOfAnotherIsChangedOrTakenAway() throws SQLException {
        for (var table : tables) {
            for (var deed : List.of(
                    "update " + table + " set workspace = workspace where workspace = 'TTWO' returning workspace",
                    "delete from " + table + " where workspace = 'TTWO' returning workspace")) {
                try {
                    assertEquals(List.of(), as("TONE", deed), deed);
                } catch (SQLException forbidden) {
                    assertEquals(NOT_ALLOWED, forbidden.getSQLState(), deed);
                }
            }
        }
    }

    @Test
    void noRowIsMadeForAnother() {
        for (var table : tables) {
            var refused = assertThrows(SQLException.class, () -> as("TONE", row(table, "TTWO")), table);
            assertEquals(NOT_ALLOWED, refused.getSQLState(), table + ": " + refused.getMessage());
        }
    }

    @Test
    void whoeverServesNobodyIsRefusedAndNotShownNothing() {
        for (var table : tables) {
            var refused = assertThrows(SQLException.class, () -> as("", "select count(*) from " + table), table);
            assertTrue(refused.getMessage().contains("no workspace is served"), refused.getMessage());
        }
    }

    @Test
    void whatGoesOverAllSeesAll() throws SQLException {
        for (var table : tables) {
            assertEquals(List.of("2"), as("*", "select count(*) from " + table), table);
        }
    }

    @Test
    void whatIsBroughtInForAllIsReadByEachAndChangedByNone() throws SQLException {
        tell(row("knowledge_file", "*"));

        assertEquals(List.of("2"), as("TONE", "select count(*) from knowledge_file"));
        assertEquals(List.of(), as("TONE", "delete from knowledge_file where workspace = '*' returning 1"));
        tell("delete from knowledge_file where workspace = '*'");
    }

    @Test
    void functionsWithTheOwnersRightsAskWhomTheyServe() throws SQLException {
        tell("update precedent set facts = 'a broken kettle', kind = 'refund', currency = 'EUR'");
        var wanted = "select proposal from precedents_with_words('%s', 'refund', 'EUR', 'kettl'::tsquery, 9)";

        assertEquals(1, as("TONE", wanted.formatted("TONE")).size());
        assertEquals(List.of(), as("TONE", wanted.formatted("TTWO")));
    }

    /// Asks as the running program does, and leaves everything as it was.
    private static List<String> as(String workspace, String query) throws SQLException {
        connection.setAutoCommit(false);
        try {
            tell("select set_config('role', 'cowork_served', true), set_config('cowork.workspace', '" + workspace
                    + "', true)");
            return all(query);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// An insert of one row: whatever must be filled in is, by its type.
    private static String row(String table, String workspace) throws SQLException {
        var names = new ArrayList<String>(List.of("workspace"));
        var values = new ArrayList<String>(List.of("'" + workspace + "'"));
        for (var column : all("""
                select attname || ' ' || format_type(atttypid, null) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attnotnull and attidentity = ''
                    and attgenerated = '' and attname <> 'workspace'""".formatted(table))) {
            var cut = column.indexOf(' ');
            names.add(column.substring(0, cut));
            values.add(value(column.substring(cut + 1)));
        }
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values)
                + ") returning 1";
    }

    private static String value(String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text", "character varying" -> "gen_random_uuid()::text";
            case "boolean" -> "true";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "bytea" -> "'\\x00'";
            case "json", "jsonb" -> "'{}'";
            case "tsvector" -> "''";
            default -> type.endsWith("[]") ? "'{}'" : "1";
        };
    }

    private static List<String> all(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void tell(String order) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
