package dev.cowork.proposal;

import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// How long a decision takes where very many were made before: all that is done between the press and its answer.
@QuarkusTest
@TestProfile(Office.TwentySupervisors.class)
class DecidingSpeedTest {
    private static final int OLD = 100_000;
    private static final int WARM_UP = 40;
    private static final int COUNTED = 60;
    private static final long GOAL_MILLIS = 60;

    @Inject
    Office office;

    @Inject
    DataSource database;

    private final WorkspaceId workspace = Office.aWorkspace();

    @Test
    void aDecisionTakesUnderSixtyMillisecondsAtTheMedianAmongAHundredThousand() throws SQLException {
        fill();
        var millis = IntStream.range(0, WARM_UP + COUNTED)
                .mapToDouble(this::decided)
                .skip(WARM_UP)
                .toArray();
        Arrays.sort(millis);
        var median = millis[COUNTED / 2];
        Log.infof("%d decisions among %d: median %.1f ms, slowest %.1f ms", COUNTED, OLD, median, millis[COUNTED - 1]);

        assertTrue(median < GOAL_MILLIS, "median " + median + " ms");
    }

    private double decided(int number) {
        var proposal = office.proposed(workspace, refund("150 USD"));
        var press = office.press(proposal, 1, SUPERVISORS.get(number % 19));
        var begun = System.nanoTime();
        office.decide(press, new Wish.Approve());
        var millis = (System.nanoTime() - begun) / 1_000_000.0;
        assertEquals(Proposal.State.APPROVED, office.state(proposal));
        return millis;
    }

    /// Past the triggers, which would take a minute for so many.
    private void fill() throws SQLException {
        try (var connection = database.getConnection();
                var tables = connection.createStatement()) {
            connection.setAutoCommit(false);
            tables.execute("set local session_replication_role = replica");
            for (var one : FILL) {
                tables.execute(one.formatted(workspace, OLD));
            }
            connection.commit();
            connection.setAutoCommit(true);
            tables.execute("analyze proposal, proposal_version, proposal_decision, proposal_participant");
        }
    }

    private static final String[] FILL = {"""
        insert into proposal (workspace, id, version, state, created_by, session, channel, thread_ts, ask, kind,
            amount_minor, currency, reason, holding_reply, background, requires, rule, payload_sha256, gesture,
            created_at, expires_at, settled_at, customer_key)
        select '%s', md5('old' || n)::uuid, 1, 'APPROVED', 'UANA', 'old' || n / 3, 'C1', '1.2', 'COMPENSATION',
            'REFUND', 15000, 'USD', 'damaged', '', '', 1, 'rule', 'sha', 'old' || n, now() - n * interval '1 minute',
            now() - n * interval '1 minute', now() - n * interval '1 minute', md5((n %% 500)::text)
        from generate_series(1, %d) n""", """
        insert into proposal_participant (workspace, proposal, member)
        select '%s', md5('old' || n)::uuid, 'UANA' from generate_series(1, %d) n""", """
        insert into proposal_version (workspace, proposal, version, payload_sha256, created_by, requires, expires_at)
        select '%s', md5('old' || n)::uuid, 1, 'sha', 'UANA', 1, now() from generate_series(1, %d) n""", """
        insert into proposal_decision (workspace, proposal, step, version, payload_sha256, created_by, decided_by,
            role, verdict, words, granted_kind, granted_minor, granted_currency, requires, limit_minor,
            limit_currency, rule, gesture, decided_at)
        select '%s', md5('old' || n)::uuid, 1, 1, 'sha', 'UANA', 'USUP' || n %% 20, 'SUPERVISOR', 'APPROVED', '',
            'REFUND', 15000, 'USD', 1, 100000, 'USD', 'rule', 'old' || n, now() - n * interval '1 minute'
        from generate_series(1, %d) n"""};
}
