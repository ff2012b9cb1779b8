package dev.cowork.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/// Asks, when everything has healed, whether anything was lost, doubled or out of order.
record Verdict(Map<String, List<String>> breaches, Map<String, Long> numbers) {
    private static final String NUMBERS = """
            select 'turns', count(*) from turn
            union all select 'turns begun again', coalesce(sum(greatest(attempt - series, 0)), 0) from turn
            union all select 'deliveries stored', count(*) from inbox
            union all select 'duplicates refused', coalesce(sum(duplicates), 0) from inbox
            union all select 'posts', count(*) from outbox
            union all select 'posts resent after unknown fate', coalesce(sum(resent), 0) from outbox
            union all select 'proposals', count(*) from proposal
            union all select 'decisions', count(*) from proposal_decision""";

    static Verdict of(DataSource database, World world, Map<Integer, People.Told> told, Delivering slack, long rescued)
            throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            fill(connection, world, told, slack.accepted(), rescued);
            return new Verdict(breaches(connection), numbers(connection));
        }
    }

    boolean isClean() {
        return breaches.isEmpty();
    }

    private static void fill(
            Connection connection, World world, Map<Integer, People.Told> told, Set<String> accepted, long rescued)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    create temp table chaos_event (mark int, gesture text, accepted boolean, opening int);
                    create temp table chaos_said (mark int, channel text, ts text, position int);
                    create temp table chaos_seen (what text, seen bigint)""");
            statement.execute("insert into chaos_seen values ('rescued', " + rescued + ")");
        }
        try (var event = connection.prepareStatement("insert into chaos_event values (?, ?, ?, ?)");
                var said = connection.prepareStatement("insert into chaos_said values (?, ?, ?, ?)")) {
            for (var each : told.entrySet()) {
                event.setInt(1, each.getKey());
                event.setString(2, each.getValue().message());
                event.setInt(4, each.getValue().opening());
                event.setBoolean(3, accepted.contains("Ev" + each.getKey()));
                event.addBatch();
            }
            event.executeBatch();
            for (var message : world.messages()) {
                var position = 0;
                for (var mark : message.marks()) {
                    said.setInt(1, mark);
                    said.setString(2, message.channel);
                    said.setString(3, message.ts);
                    said.setInt(4, position++);
                    said.addBatch();
                }
            }
            said.executeBatch();
        }
    }

    private static Map<String, List<String>> breaches(Connection connection) throws SQLException, IOException {
        try (var script = Verdict.class.getResourceAsStream("/chaos/invariants.sql");
                var statement = connection.createStatement()) {
            var text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            var found = new TreeMap<String, List<String>>();
            var isResult = statement.execute(text);
            while (isResult || statement.getUpdateCount() != -1) {
                if (isResult) {
                    var rows = statement.getResultSet();
                    while (rows.next()) {
                        found.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                                .add(rows.getString(2));
                    }
                }
                isResult = statement.getMoreResults();
            }
            return found;
        }
    }

    private static Map<String, Long> numbers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(NUMBERS)) {
            var found = new TreeMap<String, Long>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
            return found;
        }
    }
}
