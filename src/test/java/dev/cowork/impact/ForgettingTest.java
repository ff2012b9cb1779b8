package dev.cowork.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// How long it is known whose a fact was, and how long it is known at all.
@QuarkusTest
class ForgettingTest {
    private final ForgettingChore chore;
    private final Database database;
    private final String workspace = "T" + UUID.randomUUID();

    ForgettingTest(ForgettingChore chore, DataSource source) {
        this.chore = chore;
        this.database = new Database(source);
    }

    @Test
    void forgetsWhoAfterAYearAndAllAfterTwo() {
        for (var days : List.of(10, 400, 800)) {
            database.change("""
                insert into session_fact (workspace, session, opening, quick, owner, channel, team, opened_at)
                values (?, gen_random_uuid(), 'text', false, 'UANA', 'C1', '', now() - ? * interval '1 day')\
                """, workspace, days);
            database.change("""
                insert into ticket (workspace, source, external_id, version, reference, agent, opened_at)
                values (?, 'desk', ?, 1, '1', 'UANA', now() - ? * interval '1 day')\
                """, workspace, "t" + days, days);
            database.change("""
                insert into proposal_fact (workspace, proposal, ask, verdict, by_other, proposer, team, asked_at, decided_at)
                values (?, gen_random_uuid(), 'ESCALATION', 'APPROVED', true, 'UANA', '', now(), now() - ? * interval '1 day')\
                """, workspace, days);
        }

        chore.run();

        for (var table : List.of("session_fact", "ticket", "proposal_fact")) {
            assertEquals("2", database.one("select count(*) from " + table + " where workspace = ?", workspace), table);
        }
        assertEquals("1", database.one("select count(owner) from session_fact where workspace = ?", workspace));
        assertEquals("1", database.one("select count(agent) from ticket where workspace = ?", workspace));
        assertEquals("1", database.one("select count(proposer) from proposal_fact where workspace = ?", workspace));
        assertEquals("2", database.one("select sum(n) from ticket_cell where workspace = ?", workspace));
        assertEquals("1", database.one("select sum(n) from ticket_person where workspace = ?", workspace));
        for (var table : List.of("session_month", "session_week")) {
            assertEquals(
                    List.of("", "UANA"),
                    database.all("select owner from " + table + " where workspace = ? order by 1", workspace));
        }
    }

    @Test
    void keepsNoNameOfWhomNothingIsCountedAnyMore() {
        for (var days : List.of(10, 400, 800)) {
            database.change("""
                insert into ticket (workspace, source, external_id, version, reference, agent, opened_at)
                values (?, 'desk', ?, 1, '1', ?, now() - ? * interval '1 day')\
                """, workspace, "t" + days, "UANA" + days, days);
        }

        chore.run();

        for (var table : List.of("ticket_person", "ticket_kind_person")) {
            assertEquals(
                    List.of("UANA10"), database.all("select agent from " + table + " where workspace = ?", workspace));
        }
        for (var table : List.of("ticket_week", "ticket_cell", "ticket_stratum")) {
            assertEquals("2", database.one("select count(*) from " + table + " where workspace = ?", workspace), table);
        }
    }
}
