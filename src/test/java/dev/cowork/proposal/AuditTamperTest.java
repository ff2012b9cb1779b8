package dev.cowork.proposal;

import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody who owns the database does to the audit, and how it is seen.
@QuarkusTest
@TestProfile(Office.TwentySupervisors.class)
class AuditTamperTest {
    @Inject
    Office office;

    @Inject
    DataSource database;

    private final WorkspaceId workspace = Office.aWorkspace();

    @BeforeEach
    void threeEntries() {
        var proposal = office.proposed(workspace, refund("150 USD"));
        office.approve(proposal, 1, SUPERVISORS.get(0));
        office.approve(proposal, 1, SUPERVISORS.get(1));
        assertEquals(
                3,
                assertInstanceOf(Audit.Finding.Intact.class, office.audit.verify(workspace))
                        .entries());
    }

    @Test
    void seesAnotherName() throws SQLException {
        tamper("update audit_entry set member = 'UOTHER' where workspace = ? and seq = 2");

        brokenAt(2);
    }

    @Test
    void seesAnEntryWrittenAnewWithItsHash() throws SQLException {
        tamper("""
                update audit_entry set body = replace(body, 'APPROVED', 'DECLINED'), deed = 'DECLINED',
                    hash = encode(sha256(convert_to(previous_hash || replace(body, 'APPROVED', 'DECLINED'), 'UTF8')), 'hex')
                where workspace = ? and seq = 2""");

        brokenAt(3);
    }

    @Test
    void seesTheLastEntryWrittenAnewWithItsHash() throws SQLException {
        tamper("""
                update audit_entry set body = body || ' ',
                    hash = encode(sha256(convert_to(previous_hash || body || ' ', 'UTF8')), 'hex')
                where workspace = ? and seq = 3""");

        brokenAt(3);
    }

    @Test
    void seesAGap() throws SQLException {
        tamper("delete from audit_entry where workspace = ? and seq = 2");

        brokenAt(2);
    }

    @Test
    void seesACutTail() throws SQLException {
        tamper("delete from audit_entry where workspace = ? and seq = 3");

        brokenAt(3);
    }

    @Test
    void seesAHeadSetBack() throws SQLException {
        tamper("update audit_head set seq = 1, hash = (select hash from audit_entry e"
                + " where e.workspace = audit_head.workspace and e.seq = 1) where workspace = ?");

        brokenAt(2);
    }

    @Test
    void seesAMissingHead() throws SQLException {
        tamper("delete from audit_head where workspace = ?");

        brokenAt(1);
    }

    private void brokenAt(long seq) {
        assertEquals(
                seq,
                assertInstanceOf(Audit.Finding.Broken.class, office.audit.verify(workspace))
                        .seq());
    }

    /// As a superuser who has switched the triggers off.
    private void tamper(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var off = connection.createStatement();
                var change = connection.prepareStatement(statement)) {
            off.execute("set session_replication_role = replica");
            try {
                change.setString(1, workspace.value());
                assertEquals(1, change.executeUpdate());
            } finally {
                off.execute("set session_replication_role = origin");
            }
        }
    }
}
