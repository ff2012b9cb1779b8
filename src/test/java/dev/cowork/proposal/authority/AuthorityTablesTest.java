package dev.cowork.proposal.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the database refuses by itself of what the authority matrix does not allow, whoever asks.
class AuthorityTablesTest {
    private static DataSource database;
    private final String workspace = "T" + UUID.randomUUID();
    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
    }

    @BeforeEach
    void rule() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        tell("insert into authority_version values ('%s', 1, 'UMIA', now(), 'first')".formatted(workspace));
        line(1, "AGENT", "GRANT_ALONE", "ANY", 10_000);
        line(2, "SUPERVISOR", "APPROVE", "ANY", 100_000);
        tell("insert into authority_cap values ('%s', 1, 1, 'CUSTOMER', 'GRANT_ALONE', 'USD', 10000, 30)"
                .formatted(workspace));
        connection.commit();
        connection.setAutoCommit(true);
        tell("insert into member_role values ('%s', 'USAM', 'SUPERVISOR', '', false, 'UMIA', now())"
                .formatted(workspace));
    }

    @AfterEach
    void leave() throws SQLException {
        connection.close();
    }

    @Test
    void takesWhatTheMatrixAllowsAndWritesItsVersion() throws SQLException {
        decide(proposed(90_000, "s1", ""), "USAM", "SUPERVISOR", "APPROVED", 90_000, 1);

        try (var rows = connection
                .createStatement()
                .executeQuery(
                        "select matrix_version from proposal_decision where workspace = '%s'".formatted(workspace))) {
            rows.next();
            assertEquals(1, rows.getInt(1));
        }
    }

    @Test
    void refusesMoreThanTheLineLetsOnePersonApprove() throws SQLException {
        var proposal = proposed(100_001, "s1", "");

        refused(() -> decide(proposal, "USAM", "SUPERVISOR", "APPROVED", 100_001, 1), "lets one person grant 100000");
    }

    @Test
    void refusesWhoIsNoSupervisorAnyMore() throws SQLException {
        var proposal = proposed(5_000, "s1", "");
        tell("update member_role set role = 'AGENT' where workspace = '%s'".formatted(workspace));

        refused(() -> decide(proposal, "USAM", "SUPERVISOR", "APPROVED", 5_000, 1), "USAM is AGENT here now");
        refused(() -> decide(proposal, "UKIM", "SUPERVISOR", "APPROVED", 5_000, 1), "UKIM is nobody here now");
    }

    @Test
    void refusesAVersionThatIsNotInForce() throws SQLException {
        var proposal = proposed(5_000, "s1", "");
        tell("insert into authority_version values ('%s', 2, 'UMIA', now(), 'none')".formatted(workspace));

        refused(
                () -> tell(DECISION.formatted(
                        workspace, proposal, "USAM", "SUPERVISOR", "APPROVED", 5_000, 1, UUID.randomUUID(), "1")),
                "is at version 2, not 1");
    }

    @Test
    void refusesWhatGoesAroundALimitOrACapInPieces() throws SQLException {
        own(6_000, "s1", "kim");

        refused(() -> own(6_000, "s1", "lee"), "in this case 12000 were granted alone");
        refused(() -> own(6_000, "s2", "kim"), "12000 in 30 days is more than the cap of 10000");
        own(6_000, "s3", "");
        own(4_000, "s2", "kim");
    }

    @Test
    void refusesOnePersonInACurrencyWithoutARule() throws SQLException {
        var proposal = proposed(5_000, "s1", "").toString();
        tell("update proposal set currency = 'EUR', version = 2 where id = '%s'".formatted(proposal));
        var euros = DECISION.replace("'USD', %7$d", "'EUR', %7$d").replace("'%2$s', 1, 1,", "'%2$s', 1, 2,");

        refused(
                () -> tell(euros.formatted(
                        workspace, proposal, "USAM", "SUPERVISOR", "APPROVED", 5_000, 1, UUID.randomUUID(), "1")),
                "two must approve");
    }

    @Test
    void refusesToChangeWhatWasSaved() {
        refused(() -> tell("update authority_line set alone_minor = 1"), "only grows");
        refused(() -> tell("delete from authority_version"), "only grows");
        refused(() -> tell("truncate authority_cap"), "only grows");
        refused(() -> line(3, "MANAGER", "APPROVE", "ANY", 1), "is saved and stays so");
        refused(
                () -> tell("insert into authority_version values ('%s', 7, 'UMIA', now(), '')".formatted(workspace)),
                "is not the next");
    }

    private void own(long minor, String session, String customer) throws SQLException {
        decide(proposed(minor, session, customer), "UANA", "AGENT", "OWN_AUTHORITY", minor, 1);
    }

    private UUID proposed(long minor, String session, String customer) throws SQLException {
        var id = UUID.randomUUID();
        tell(PROPOSAL.formatted(workspace, id, session, minor, UUID.randomUUID(), customer));
        return id;
    }

    private void decide(UUID proposal, String by, String role, String verdict, long minor, int requires)
            throws SQLException {
        tell(DECISION.formatted(workspace, proposal, by, role, verdict, minor, requires, UUID.randomUUID(), "null"));
    }

    private void line(int number, String role, String may, String kind, long alone) throws SQLException {
        tell("insert into authority_line values ('%s', 1, %d, '%s', '', '%s', '%s', null, 'FAR', 'USD', %d, null)"
                .formatted(workspace, number, role, may, kind, alone));
    }

    private void tell(String order) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(order);
        }
    }

    private interface Order {
        void give() throws SQLException;
    }

    private static void refused(Order order, String why) {
        var refusal = assertThrows(SQLException.class, order::give);
        assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
    }

    private static final String PROPOSAL = """
            insert into proposal (workspace, id, version, state, created_by, session, channel, thread_ts, ask, kind,
                amount_minor, currency, reason, holding_reply, background, requires, rule, payload_sha256, gesture,
                created_at, expires_at, customer_key)
            values ('%s', '%s', 1, 'OPEN', 'UANA', '%s', 'C1', '1.2', 'COMPENSATION', 'REFUND', %d, 'USD', 'damaged',
                '', '', 1, 'rule', 'sha', '%s', now(), now() + interval '2 hours', '%s')""";

    private static final String DECISION = """
            insert into proposal_decision (workspace, proposal, step, version, payload_sha256, created_by, decided_by,
                role, verdict, words, granted_kind, granted_minor, granted_currency, requires, limit_minor,
                limit_currency, rule, gesture, decided_at, matrix_version)
            values ('%1$s', '%2$s', 1, 1, 'sha', 'UANA', '%3$s', '%4$s', '%5$s', '', 'REFUND', %6$d, 'USD', %7$d,
                1000000, 'USD', 'rule', '%8$s', now(), %9$s)""";
}
