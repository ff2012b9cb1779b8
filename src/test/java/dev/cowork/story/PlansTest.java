package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.Database;
import dev.cowork.TestDatabase;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What a reply asks of PostgreSQL is found by an index, so that it costs the same among millions. PostgreSQL
/// itself says which statements there were (its log), and how it would find them if it could not read whole tables.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PlansTest {
    /// Tables that stay small however long the bot runs, with what keeps them so.
    private static final Set<String> SMALL = Set.of(
            "pace", // a row for each limit of Slack's in use
            "pulse", // a row for each workspace
            "suspension",
            "installation",
            "knowledge_file", // what a company wrote, not what it does
            "digest",
            "tip", // what people chose to share, a few in a week
            "flyway_schema_history",
            // Chores go through what waits, not through what was: they look where the partial index is.
            "scheduled_tasks");
    /// What is looked at every few seconds in any case, and with no reply: not counted here.
    private static final Pattern CHORE = Pattern.compile(
            "from absence \\S+ where \\S+until_at<=|from precedent_due limit|select distinct \\S+workspace from proposal"
                    + "|from proposal \\S+ where \\S+state=\\$1 and \\S+expires_at<=|p.fell_back_for is distinct from"
                    // The sweep: through the partial index of what waits.
                    + "|from inbox t where state = 'WAITING' and due_at < |from outbox t where state in \\(.*due_at < ",
            Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}execute [^:]+: (.*)", Pattern.DOTALL);

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    StandInClaude claude;

    @Test
    void everyStatementOnTheWayOfAReplyUsesAnIndex() throws IOException {
        claude.forget();
        claude.answersTo(
                        "never on time",
                        Said.message(
                                text("Let us see."),
                                tool("ask_questions", Map.of("questions", List.of("Since when?")))))
                .answersTo("for nine days", Said.message(text("Nine days are too many.")));
        var desk = Desk.open(application);
        var database = new Database(source);
        var log = TestDatabase.directory().resolve("postgres.log");
        var begins = Files.size(log);
        database.change("alter system set log_statement = 'all'");
        database.change("alter system set log_line_prefix = '@%d|'");
        database.one("select pg_reload_conf()");
        try {
            var thread = desk.ana().cowork("The parcels are never on time, says the customer.");
            thread.shows("Let us see.");
            thread.says("It has been on its way for nine days.");
            thread.shows("Nine days are too many.");
        } finally {
            database.change("alter system reset log_statement");
            database.change("alter system reset log_line_prefix");
            database.one("select pg_reload_conf()");
        }

        var bytes = Files.readAllBytes(log);
        var said = new String(bytes, (int) begins, bytes.length - (int) begins, StandardCharsets.UTF_8);
        var statements = statements(said, database.one("select current_database()"));
        assertTrue(statements.size() > 60, "few statements were seen: " + statements);
        assertEquals(Map.of(), readAsAWhole(database.one("select current_database()"), statements), "read as a whole");
    }

    /// Asked as if a million rows stood in each table that has any; in a transaction of which nothing stays. Of an
    /// empty table PostgreSQL believes nothing, and any index is as good as another: those are left to `KeysTest`.
    private static Map<String, Set<String>> readAsAWhole(String database, Set<String> statements) throws IOException {
        var found = new TreeMap<String, Set<String>>();
        try (var connection = TestDatabase.literally(database).getConnection();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("set local enable_seqscan = off");
            sql.execute("""
                    select pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text,
                        'relpages', 1, 'reltuples', 1000000::real)
                    from pg_class
                    where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0""");
            // What is known of the few rows there are says nothing of a million.
            sql.execute("""
                    select pg_clear_attribute_stats(schemaname::text, tablename::text, attname::text, inherited)
                    from pg_stats where schemaname = 'public'""");
            var empty = new TreeSet<String>();
            try (var rows = sql.executeQuery("select relname from pg_class where relkind = 'r' and relnamespace ="
                    + " 'public'::regnamespace and pg_relation_size(oid) = 0")) {
                while (rows.next()) {
                    empty.add(rows.getString(1));
                }
            }
            for (var statement : statements) {
                var whole = readWhole(sql, statement);
                whole.removeAll(empty);
                for (var table : whole) {
                    found.computeIfAbsent(table, _ -> new TreeSet<>()).add(statement);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL explains not all", e);
        }
        return found;
    }

    private static Set<String> readWhole(Statement sql, String statement) throws SQLException, IOException {
        try (var rows = sql.executeQuery("explain (generic_plan, format json) " + statement)) {
            rows.next();
            var whole = new TreeSet<String>();
            new ObjectMapper().readTree(rows.getString(1)).forEach(plan -> look(plan.get("Plan"), whole));
            whole.removeAll(SMALL);
            return whole;
        }
    }

    /// Each different one, of this application's database.
    private static Set<String> statements(String log, String database) {
        var all = new TreeSet<String>();
        for (var entry : log.split("(?m)^@")) {
            var statement = STATEMENT.matcher(entry);
            if (entry.startsWith(database + "|") && statement.find()) {
                var words = statement.group(1).strip();
                if (words.matches("(?is)(select|insert|update|delete|with)\\b.*")
                        && !CHORE.matcher(words).find()) {
                    all.add(words);
                }
            }
        }
        return all;
    }

    /// An index that is read from end to end is no better than the table; nor is one of which all of a workspace is
    /// read, to keep a part.
    private static void look(JsonNode node, Set<String> whole) {
        var kind = node.path("Node Type").asText();
        var condition = node.path("Index Cond").asText();
        var isOfAWorkspace = condition.contains("workspace") && !condition.contains(" AND ") && node.has("Filter");
        var isWhole = kind.equals("Seq Scan") || kind.startsWith("Index") && (condition.isEmpty() || isOfAWorkspace);
        if (isWhole && node.has("Relation Name")) {
            whole.add(node.get("Relation Name").asText());
        }
        var below = new ArrayList<JsonNode>();
        node.path("Plans").forEach(below::add);
        below.forEach(each -> look(each, whole));
    }
}
