package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What lets the tables grow, and be spread over many machines by workspace.
class KeysTest {
    /// Keys that begin with something else, and why they may.
    private static final Map<String, String> OTHERWISE = Map.of(
            "inbox_pk", "the queue's own number, from one sequence",
            "outbox_pk", "the same",
            "lane_pk", "the name of a lane begins with its workspace",
            "scheduled_tasks_pk", "db-scheduler's: which side, and then the name of a lane",
            "session_id_unique", "for the summary's foreign key; a session's id is random and nobody else's",
            "web_session_pk", "of a browser of which nobody knows yet whose it is",
            "install_attempt_pk", "of a workspace of which nobody knows yet which it is",
            "flyway_schema_history_pk", "of the schema, not of a workspace");
    /// Foreign keys that nobody goes along from the other end, and whose other end is never deleted.
    private static final Set<String> ONE_WAY = Set.of(
            "proposal_decision_is_of_what_was_shown", // begins with workspace and proposal, as its primary key does
            "proposal_decision_rule_is_there"); // versions of the matrix stay for ever

    private final Database database = new Database(TestDatabase.migrated());

    @Test
    void everyKeyBeginsWithTheWorkspace() {
        var others = database.all("""
                select k.relname from pg_index i join pg_class k on k.oid = i.indexrelid
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where k.relnamespace = 'public'::regnamespace and i.indisunique and a.attname <> 'workspace'
                order by 1""");

        assertEquals(new TreeSet<>(OTHERWISE.keySet()), new TreeSet<>(others));
    }

    @Test
    void everyForeignKeyHasAnIndexToComeBackBy() {
        var without = database.all("""
                select c.conname from pg_constraint c
                where c.contype = 'f' and c.connamespace = 'public'::regnamespace and not exists (
                    select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null
                        and (select array_agg(x order by x) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) x)
                            = (select array_agg(x order by x) from unnest(c.conkey) x))""");

        assertEquals(new TreeSet<>(ONE_WAY), new TreeSet<>(without), List.copyOf(without)::toString);
    }
}
