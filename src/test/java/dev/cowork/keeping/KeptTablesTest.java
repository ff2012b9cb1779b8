package dev.cowork.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of what is kept is whole, and each of its statements is one.
class KeptTablesTest {
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        connection = TestDatabase.migrated().getConnection();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void everyTableOfAWorkspaceIsThoughtOf() throws SQLException {
        var there = new TreeSet<>(all("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'workspace'"""));
        var listed = new TreeSet<String>();
        Holding.all().forEach(it -> listed.add(it.table()));

        assertEquals(there, listed);
    }

    @Test
    void whatStaysSaysWhy() {
        for (var holding : Holding.all()) {
            assertTrue(
                    holding.goes()
                            || holding.deed().equals("part")
                            || holding.deed().equals("kept"),
                    holding.table() + ": " + holding.deed());
            assertTrue(!holding.deed().equals("kept") || !holding.words().isEmpty(), holding.table());
            assertTrue(
                    !holding.goes() || !(holding.old() + holding.ofSessions() + holding.ofPerson()).isEmpty(),
                    holding.table() + " goes, and never does");
        }
    }

    @Test
    void everyStatementIsOne() throws SQLException {
        for (var holding : Holding.all()) {
            for (var which : List.of(holding.old(), holding.ofSessions(), holding.ofPerson())) {
                if (!which.isEmpty()) {
                    explain(holding.count(which));
                    explain(holding.rows(which));
                    if (holding.goes()) {
                        explain(holding.letGo(which, 5));
                    }
                }
            }
        }
    }

    /// It is asked every hour in each workspace, and mostly there is nothing: what is young is not gone through for it.
    @Test
    void thatNothingIsOldIsSeenAtOnce() throws SQLException {
        connection.setAutoCommit(false);
        try (var sql = connection.createStatement()) {
            sql.execute("""
                    insert into session (workspace, id, channel, thread_ts, card_key, card_in_thread, opening, quick, owner,
                        ticket, customer, state, opened_at, closed_at)
                    select 'T1', gen_random_uuid(), 'C1', n::text, 'card' || n, false, 'text', false, 'U1', '', '',
                        case n % 100 when 0 then 'OPEN' else 'CLOSED' end, now(), case n % 100 when 0 then null else now() end
                    from generate_series(1, 20000) n""");
            sql.execute("""
                    insert into inbox (workspace, key, lane, kind, body, state, received_at, due_at, ended_at)
                    select 'T1', 'k' || n, 'l' || n, 'k', '', 'DONE', now(), now(), now() from generate_series(1, 20000) n""");
            sql.execute("""
                    insert into outbox (workspace, key, message, lane, body, state, put_at, due_at, ended_at)
                    select 'T1', 'k' || n, 'm' || n, 'l' || n, '', 'SENT', now(), now(), now()
                    from generate_series(1, 20000) n""");
            sql.execute("analyze session");
            sql.execute("analyze inbox");
            sql.execute("analyze outbox");
            var asked = new ArrayList<>(List.of(KeptRows.OLD_SESSIONS + "limit 500"));
            Holding.all().stream()
                    .filter(it -> it.goes() && !it.old().isEmpty())
                    .filter(it -> it.table().equals("inbox") || it.table().equals("outbox"))
                    .forEach(it -> asked.add(it.letGo(it.old(), 500)));
            for (var statement : asked) {
                var pages = pages(statement);
                assertTrue(pages < 100, pages + " pages are read for " + statement);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// It would stand before all others for ever.
    @Test
    void anOldSessionThatWaitsForADecisionIsPassedBy() throws SQLException {
        connection.setAutoCommit(false);
        try (var sql = connection.createStatement()) {
            sql.execute("""
                    insert into session (workspace, id, channel, thread_ts, card_key, card_in_thread, opening, quick, owner,
                        ticket, customer, state, opened_at, closed_at)
                    select 'T1', md5(n::text)::uuid, 'C1', n::text, 'card' || n, false, 'text', false, 'U1', '', '', 'CLOSED',
                        now(), now() - interval '100 days' + n * interval '1 minute' from generate_series(1, 2) n""");
            sql.execute("set local session_replication_role = replica");
            sql.execute("""
                    insert into proposal (workspace, id, version, state, created_by, session, channel, ask, kind, amount_minor,
                        currency, reason, holding_reply, background, requires, rule, payload_sha256, gesture, created_at,
                        expires_at, thread_ts)
                    values ('T1', gen_random_uuid(), 1, 'OPEN', 'U1', md5('1')::uuid::text, 'C1', 'COMPENSATION', 'refund', 1,
                        'USD', '', '', '', 1, '', '', '', now(), now(), '1')""");

            var old = all(given(KeptRows.OLD_SESSIONS + "limit 1", "now() - interval '90 days'"));

            assertEquals(all("select md5('2')::uuid::text"), old);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// How many PostgreSQL looks at to answer.
    private static int pages(String statement) throws SQLException {
        var told =
                String.join("\n", all("explain (analyze, buffers) " + given(statement, "now() - interval '90 days'")));
        var hit = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(told);
        assertTrue(hit.find(), told);
        return Integer.parseInt(hit.group(1)) + (hit.group(2) == null ? 0 : Integer.parseInt(hit.group(2)));
    }

    private static void explain(String statement) throws SQLException {
        var whole = given(statement, "now()");
        try {
            all("explain " + whole);
        } catch (SQLException e) {
            throw new SQLException(whole, e);
        }
    }

    private static String given(String statement, String before) {
        return statement
                .replace(":workspace", "'T1'")
                .replace(":sessions", "'00000000-0000-0000-0000-000000000000'")
                .replace(":member", "'U1'")
                .replace(":before", before)
                .replace(":yesterday", before);
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
}
