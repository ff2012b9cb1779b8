package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A connection keeps the plan PostgreSQL made when little was there or nothing waited, and a busy minute changes that.
/// What each delivery asks must be found by its own key even then.
@QuarkusTest
class PlanThatIsKeptTest {
    private static final int SMALL = 20;
    private static final int LARGE = 5_000;
    private static final String NOTHING = "select 1";

    @Inject
    DataSource source;

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        "what comes in",
                        SMALL,
                        "select " + Sql.BY_INDEX,
                        Arrivals.STORE,
                        "text[], text[], timestamptz, timestamptz, text[], text[], text[], text[], text[], text[], text, timestamptz"),
                Arguments.of("claiming", LARGE, NOTHING, InboxRows.CLAIM, "text, bigint"),
                Arguments.of("done", LARGE, NOTHING, InboxRows.DONE, "timestamptz, text, bigint"),
                Arguments.of(
                        "done, holding its lane",
                        LARGE,
                        "select " + Sql.BY_INDEX,
                        InboxRows.DONE_HOLDING,
                        "timestamptz, text, bigint, text, bigint"),
                Arguments.of(
                        "leaving",
                        SMALL,
                        "select " + Sql.BY_INDEX,
                        InboxRows.NEXT_OR_LEAVE,
                        "text, text, text, bigint"),
                Arguments.of("entering", SMALL, "select " + Sql.BY_INDEX, Entering.HEAD, "text"),
                Arguments.of("entering together", SMALL, "select " + Sql.BY_INDEX, Entering.TOGETHER, "text[]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void findsEachRowByItselfThoughThePlanIsOfAnotherTime(
            String name, int rows, String before, String statement, String types) throws SQLException {
        var plan = plan(rows, before, statement, types);

        assertTrue(plan.stream().noneMatch(line -> line.contains("Seq Scan on")), String.join("\n", plan));
        for (var i = 0; i < plan.size(); i++) {
            if (plan.get(i).matches(".*Index (Only )?Scan using.*")) {
                // The index of what waits has the lane first: by the id alone all of it would be gone through.
                var key = plan.get(i).contains("lane_id_idx") ? "lane = " : "";
                assertTrue(plan.get(i + 1).matches(".*Index Cond: .*" + key + ".*"), String.join("\n", plan));
            }
        }
    }

    private List<String> plan(int rows, String before, String statement, String types) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var sql = connection.createStatement()) {
                sql.execute("set local role none");
                sql.execute("create schema other_tables");
                for (var table : List.of("lane", "inbox", "scheduled_tasks")) {
                    sql.execute("create table other_tables.%1$s (like %1$s including all)".formatted(table));
                }
                sql.execute("set local search_path = other_tables, public");
                sql.execute("insert into lane (name, workspace) select 'l' || n, 'T' from generate_series(1, " + rows
                        + ") n");
                sql.execute("insert into inbox (workspace, key, lane, kind, body, state, received_at, due_at)"
                        + " select 'T', 'k' || n, 'l' || n, 'k', repeat('x', 500), 'DONE', now(), now()"
                        + " from generate_series(1, " + rows + ") n");
                sql.execute("analyze lane");
                sql.execute("analyze inbox");
                sql.execute(before);
                sql.execute("set local plan_cache_mode = force_generic_plan");
                sql.execute("prepare asked (" + types + ") as " + numbered(statement));
                var plan = lines(sql, "explain execute asked (" + types.replaceAll("[^,]+", "null") + ")");
                sql.execute("deallocate asked");
                return plan;
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> lines(Statement sql, String query) throws SQLException {
        var lines = new ArrayList<String>();
        try (var rows = sql.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    /// JDBC's marks as PostgreSQL's own.
    private static String numbered(String statement) {
        var all = new StringBuilder();
        var number = 0;
        for (var c : statement.toCharArray()) {
            all.append(c == '?' ? "$" + ++number : String.valueOf(c));
        }
        return all.toString();
    }
}
