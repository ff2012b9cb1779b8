package dev.cowork.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Pins on a real database that a lead gets a digest a week, and nobody in it is named for not having tried.
@QuarkusTest
class DigestTest {
    private static final MemberId SAM = new MemberId("USAM00001");
    private static final MemberId NOA = new MemberId("UNOA00001");
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

    private final SendingDigest sending;
    private final DigestReaders readers;
    private final HomeVisits visits;
    private final DataSource database;
    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());

    DigestTest(SendingDigest sending, DigestReaders readers, HomeVisits visits, DataSource database) {
        this.sending = sending;
        this.readers = readers;
        this.visits = visits;
        this.database = database;
    }

    @Test
    void aLeadGetsOneAWeekAndOthersNone() throws SQLException {
        wants(SAM);
        wants(NOA);

        sending.sendDue(MONDAY.plus(Duration.ofDays(6)));
        assertEquals(List.of(), sent());
        sending.sendDue(MONDAY.plus(Duration.ofDays(7)));
        sending.sendDue(MONDAY.plus(Duration.ofDays(8)));
        assertEquals(1, sent().size(), "one, and to the lead alone");
        sending.sendDue(MONDAY.plus(Duration.ofDays(14)));
        assertEquals(2, sent().size());
        assertTrue(
                sent().getFirst().contains("Nobody shared one this week that everybody can read"), sent().getFirst());
    }

    @Test
    void whoHasNotTriedItIsCountedAndNotNamed() throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> visits.persist(HomeVisit.of(HomeVisit.Visitor.of(workspace, NOA), MONDAY)));
        wants(SAM);

        sending.sendDue(MONDAY.plus(Duration.ofDays(7)));

        var digest = sent().getFirst();
        assertTrue(digest.contains("1 person has looked at App Home and not tried it yet."), digest);
        assertFalse(digest.contains("UNOA00001"), digest);
    }

    private void wants(MemberId member) {
        QuarkusTransaction.requiringNew().run(() -> readers.want(workspace, member, MONDAY));
    }

    private List<String> sent() throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement(
                        "select body from outbox where workspace = ? and key like 'weekly/%' order by id")) {
            ask.setString(1, workspace.value());
            var answers = ask.executeQuery();
            var bodies = new ArrayList<String>();
            while (answers.next()) {
                bodies.add(answers.getString(1));
            }
            return bodies;
        }
    }
}
