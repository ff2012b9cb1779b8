package dev.cowork.proposal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the database refuses by itself, whoever asks.
class ProposalTablesTest {
    private static DataSource database;
    private final UUID id = UUID.randomUUID();
    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void propose() throws SQLException {
        connection = database.getConnection();
        tell(PROPOSAL.formatted(id, 1, "+ interval '2 hours'", "g" + id));
        tell("insert into proposal_participant values ('T1', '%s', 'UOWNER')".formatted(id));
    }

    @AfterEach
    void leave() throws SQLException {
        connection.close();
    }

    @Test
    void takesADecisionOfSomebodyWhoMay() throws SQLException {
        settle(decision(Map.of()), "APPROVED");
    }

    @Test
    void refusesTheRequester() {
        refused(decision(Map.of("decided_by", "'UANA'")), "decision_is_never_ones_own");
    }

    @Test
    void refusesWhoTookPart() {
        refused(decision(Map.of("decided_by", "'UOWNER'")), "took part");
    }

    @Test
    void refusesWhoJoinedTheTicketAfterwards() throws SQLException {
        var session = UUID.randomUUID();
        tell(PROPOSAL.formatted(session, 1, "+ interval '2 hours'", "g" + session)
                .replace("'s1'", "'" + session + "'"));
        tell(SESSION.formatted(session));
        tell("insert into session_member values ('T1', gen_random_uuid(), '%s', 'USAM', now())".formatted(session));

        refused(decision(Map.of("proposal", "'" + session + "'")), "took part");
        tell("alter table proposal_participant disable trigger user");
        tell("delete from proposal_participant where proposal = '%s'".formatted(session));
        tell("alter table proposal_participant enable trigger user");
        refused(decision(Map.of("proposal", "'" + session + "'")), "took part");
    }

    @Test
    void refusesAnAgent() {
        refused(decision(Map.of("role", "'AGENT'")), "may not decide proposal");
    }

    @Test
    void refusesMoreThanTheLimit() {
        refused(decision(Map.of("limit_minor", "14999")), "decision_is_within_the_limit");
        refused(decision(Map.of("limit_currency", "'EUR'")), "decision_is_within_the_limit");
        refused(decision(Map.of("limit_minor", "null")), "decision_is_within_the_limit");
    }

    @Test
    void refusesWhatWasNotShown() {
        refused(decision(Map.of("payload_sha256", "'other'")), "decision_is_of_what_was_shown");
        refused(decision(Map.of("version", "2")), "is at version 1, not 2");
        refused(decision(Map.of("workspace", "'T2'")), "is_of_what_was_shown");
    }

    @Test
    void refusesASecondStepWhereOneIsEnough() throws SQLException {
        tell(decision(Map.of()));

        refused(decision(Map.of("step", "2", "decided_by", "'UMIA'", "gesture", "'p2'")), "has no step 2");
        refused(decision(Map.of("decided_by", "'UMIA'", "gesture", "'p2'")), "has no step 1");
    }

    @Test
    void refusesTheSamePersonTwice() throws SQLException {
        var two = UUID.randomUUID();
        tell(PROPOSAL.formatted(two, 2, "+ interval '2 hours'", "g" + two));
        tell(decision(Map.of("proposal", "'" + two + "'", "requires", "2", "gesture", "'a" + two + "'")));

        refused(
                decision(
                        Map.of("proposal", "'" + two + "'", "requires", "2", "step", "2", "gesture", "'b" + two + "'")),
                "decision_is_once_a_person");
        refused("update proposal set state = 'APPROVED', settled_at = now() where id = '%s'".formatted(two), "1 of 2");
    }

    @Test
    void refusesADecisionTooLate() throws SQLException {
        var late = UUID.randomUUID();
        tell(PROPOSAL.formatted(late, 1, "- interval '1 millisecond'", "g" + late));

        refused(decision(Map.of("proposal", "'" + late + "'")), "expired at");
    }

    @Test
    void refusesADecisionOfWhatIsSettled() throws SQLException {
        tell("update proposal set state = 'EXPIRED', settled_at = now() where id = '%s'".formatted(id));

        refused(decision(Map.of()), "is EXPIRED, not open");
    }

    @Test
    void refusesARefusalWithoutAReason() {
        refused(decision(Map.of("verdict", "'DECLINED'")), "decision_has_a_reason");
    }

    @Test
    void refusesAStateWithoutItsDecisions() {
        refused(
                "update proposal set state = 'APPROVED', settled_at = now() where id = '%s'".formatted(id),
                "approvals");
        refused("update proposal set state = 'DECLINED', settled_at = now() where id = '%s'".formatted(id), "refusals");
    }

    @Test
    void refusesToTurnBackOrToBecomeAnother() throws SQLException {
        settle(decision(Map.of()), "APPROVED");

        refused("update proposal set state = 'OPEN', settled_at = null where id = '%s'".formatted(id), "stays so");
        refused("update proposal set created_by = 'UMIA' where id = '%s'".formatted(id), "cannot become another");
        refused("update proposal set amount_minor = 1 where id = '%s'".formatted(id), "without a new version");
        refused("delete from proposal where id = '%s'".formatted(id), "only grows");
    }

    @Test
    void refusesToRewriteWhatWasDecided() throws SQLException {
        tell(decision(Map.of()));

        refused("update proposal_decision set decided_by = 'UMIA'", "only grows");
        refused("delete from proposal_decision", "only grows");
        refused("truncate proposal_decision", "only grows");
        refused("delete from proposal_version", "only grows");
        refused("update proposal_participant set member = 'UOTHER'", "only grows");
        refused("truncate audit_entry", "only grows");
    }

    private void settle(String decision, String state) throws SQLException {
        connection.setAutoCommit(false);
        tell(decision);
        tell("update proposal set state = '%s', settled_at = now() where id = '%s'".formatted(state, id));
        connection.commit();
        connection.setAutoCommit(true);
    }

    private String decision(Map<String, String> other) {
        var columns = new HashMap<>(Map.ofEntries(
                Map.entry("workspace", "'T1'"),
                Map.entry("proposal", "'" + id + "'"),
                Map.entry("step", "1"),
                Map.entry("version", "1"),
                Map.entry("payload_sha256", "'sha'"),
                Map.entry("created_by", "'UANA'"),
                Map.entry("decided_by", "'USAM'"),
                Map.entry("role", "'SUPERVISOR'"),
                Map.entry("verdict", "'APPROVED'"),
                Map.entry("words", "''"),
                Map.entry("granted_kind", "'REFUND'"),
                Map.entry("granted_minor", "15000"),
                Map.entry("granted_currency", "'USD'"),
                Map.entry("requires", "1"),
                Map.entry("limit_minor", "100000"),
                Map.entry("limit_currency", "'USD'"),
                Map.entry("rule", "'rule'"),
                Map.entry("gesture", "'p" + id + "'"),
                Map.entry("decided_at", "now()")));
        columns.putAll(other);
        return "insert into proposal_decision (%s) values (%s)"
                .formatted(String.join(", ", columns.keySet()), String.join(", ", columns.values()));
    }

    private void tell(String order) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    private void refused(String order, String why) {
        var refusal = assertThrows(SQLException.class, () -> tell(order), order);
        assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
    }

    private static final String SESSION = """
            insert into session (workspace, id, channel, card_key, card_in_thread, opening, quick, owner, ticket,
                customer, state, opened_at)
            values ('T1', '%s', 'C1', 'k', false, 'text', false, 'UANA', '', '', 'OPEN', now())""";

    private static final String PROPOSAL = """
            insert into proposal values ('T1', '%s', 1, 'OPEN', 'UANA', 's1', 'C1', '1.2', 'COMPENSATION', 'REFUND',
                15000, 'USD', null, null, 'damaged', '', '', %d, 'rule', 'sha', '%4$s', now(), now() %3$s, null)""";
}
