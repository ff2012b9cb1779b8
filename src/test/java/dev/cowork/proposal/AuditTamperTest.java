package dev.cowork.proposal;

import static dev.cowork.proposal.Office.SUPERVISORS;
import static dev.cowork.proposal.Office.refund;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.AnotherApplication;
import dev.cowork.Database;
import dev.cowork.audit.Anchor;
import dev.cowork.audit.AuditProof;
import dev.cowork.audit.Finding;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What somebody who owns the database does to the audit, and how it is seen.
@QuarkusTest
@TestProfile(AnotherApplication.class)
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
                assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace))
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

    /// Whoever may do everything to the database may also hash everything anew. The anchor outside shows it.
    @Test
    void seesAWholeChainWrittenAnewByItsAnchor() throws SQLException {
        anchored(3);
        var before = assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace));
        assertEquals(1, before.anchors());

        writtenAnew();

        var broken = assertInstanceOf(Finding.Broken.class, office.chain.verify(workspace));
        assertEquals(3, broken.seq());
        assertTrue(
                broken.why().contains("the anchor of 2026-03-02, posted in C1 at 17.1 says " + before.head()),
                broken.why());
        assertTrue(broken.why().contains("from entry 1 on was written anew"), broken.why());
    }

    /// Whoever changes the anchor's row as well cannot change what stands in Slack.
    @Test
    void seesAWholeChainWrittenAnewByWhatStandsInSlack() throws SQLException {
        var posted = assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace))
                .head();

        writtenAnew();

        assertInstanceOf(Finding.Intact.class, office.chain.verify(workspace));
        var read = Anchor.typed("3:" + posted).orElseThrow();
        try (var connection = database.getConnection()) {
            var finding = new AuditProof(connection).of(workspace, List.of(read));
            assertEquals(3, assertInstanceOf(Finding.Broken.class, finding).seq());
        }
    }

    @Test
    void seesATailCutWithItsHeadByTheAnchor() throws SQLException {
        anchored(3);
        tamper("delete from audit_entry where workspace = ? and seq = 3");
        tamper("update audit_head set seq = 2, hash = (select hash from audit_entry e"
                + " where e.workspace = audit_head.workspace and e.seq = 2) where workspace = ?");

        brokenAt(3);
    }

    @Test
    void noEntryLeavesOutWhoForWhomByWhichRuleWhatAndFromWhichPress() throws SQLException {
        var proposal = office.proposed(workspace, refund("1500 USD"));
        office.approve(proposal, 1, SUPERVISORS.get(0));
        office.approve(proposal, 1, SUPERVISORS.get(0));
        office.decide(office.press(proposal, 1, SUPERVISORS.get(1)), new Wish.Decline("Said to the customer: no"));

        var bodies = new Database(database)
                .all("select body from audit_entry where workspace = ? and seq > 3 order by seq", workspace.value());
        assertEquals(4, bodies.size());
        for (var body : bodies) {
            for (var name : List.of("member", "onBehalfOf", "rule", "before", "after", "at", "gesture", "askedMinor")) {
                assertTrue(body.contains("\"" + name + "\":\""), name + " is missing in " + body);
                assertFalse(body.contains("\"" + name + "\":\"\""), name + " is empty in " + body);
            }
            assertFalse(body.contains("customer") || body.contains("damaged"), "words of people in " + body);
        }
        assertTrue(
                bodies.get(0).contains("\"before\":\"NONE\"") && bodies.get(0).contains("\"after\":\"OPEN\""));
        assertTrue(bodies.get(1).contains("\"grantedMinor\":\"150000\"")
                && bodies.get(1).contains("\"role\":\"SUPERVISOR\""));
        assertTrue(
                bodies.get(2).contains("\"deed\":\"refused\"") && bodies.get(2).contains("\"rule\":\"refused: "));
        assertTrue(bodies.get(3).contains("\"after\":\"DECLINED\"")
                && !bodies.get(3).contains("grantedMinor"));
    }

    private void anchored(long seq) throws SQLException {
        tamper("insert into audit_anchor (workspace, day, seq, hash, anchored_at, channel, ts)"
                + " select workspace, '2026-03-02', seq, hash, now(), 'C1', '17.1' from audit_entry"
                + " where workspace = ? and seq = " + seq);
    }

    /// Another name in the first entry, and every hash after it as it must then be.
    private void writtenAnew() throws SQLException {
        tamper("""
                update audit_entry set member = 'UOTHER', body = replace(body, '"member":"UANA"', '"member":"UOTHER"'),
                    hash = encode(sha256(convert_to(replace(body, '"member":"UANA"', '"member":"UOTHER"'), 'UTF8')), 'hex')
                where workspace = ? and seq = 1""");
        for (var seq = 2; seq <= 3; seq++) {
            tamper("""
                    update audit_entry set previous_hash = before.hash,
                        hash = encode(sha256(convert_to(before.hash || audit_entry.body, 'UTF8')), 'hex')
                    from audit_entry before
                    where before.workspace = audit_entry.workspace and before.seq = audit_entry.seq - 1
                        and audit_entry.workspace = ? and audit_entry.seq =""" + " " + seq);
        }
        tamper("update audit_head set hash = (select hash from audit_entry e"
                + " where e.workspace = audit_head.workspace and e.seq = 3) where workspace = ?");
    }

    private void brokenAt(long seq) {
        assertEquals(
                seq,
                assertInstanceOf(Finding.Broken.class, office.chain.verify(workspace))
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
