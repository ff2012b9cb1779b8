package dev.cowork.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.PostSent;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The end of a chain leaves the database once a day.
@QuarkusTest
class AnchoringAuditTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T00:01:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T00:01:00Z");

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final AuditChain chain;
    private final AnchoringAudit anchoring;
    private final Event<PostSent> arrivals;
    private final DataSource source;
    private final Database database;

    AnchoringAuditTest(AuditChain chain, AnchoringAudit anchoring, Event<PostSent> arrivals, DataSource source) {
        this.chain = chain;
        this.anchoring = anchoring;
        this.arrivals = arrivals;
        this.source = source;
        this.database = new Database(source);
    }

    @Test
    void postsTheHeadOnceADayHoweverManyAsk() throws Exception {
        write(MONDAY);
        anchoring.anchorDue(MONDAY);
        assertEquals(0, posts(), "the day is not over");

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var one : replicas.invokeAll(IntStream.range(0, 8)
                    .mapToObj(_ -> Executors.callable(() -> anchoring.anchorDue(TUESDAY)))
                    .toList())) {
                one.get();
            }
        }
        assertEquals(1, posts());
        var hash = database.one("select hash from audit_head where workspace = ?", workspace.value());
        assertTrue(database.one("select body from outbox where workspace = ?", workspace.value())
                .contains("1:" + hash));

        anchoring.anchorDue(WEDNESDAY);
        assertEquals(1, posts(), "nothing new to anchor");
        write(TUESDAY);
        anchoring.anchorDue(WEDNESDAY);
        assertEquals(2, posts());
        assertEquals(
                2,
                assertInstanceOf(Finding.Intact.class, chain.verify(workspace)).anchors());
    }

    @Test
    void knowsWhereThePostStandsAndKeepsIt() {
        write(MONDAY);
        anchoring.anchorDue(TUESDAY);
        var key = Key.of("audit", "anchor", "2026-03-03");

        QuarkusTransaction.requiringNew().run(() -> arrivals.fire(new PostSent(workspace, key, key, "C1", "17.1")));
        QuarkusTransaction.requiringNew().run(() -> arrivals.fire(new PostSent(workspace, key, key, "C2", "18.1")));

        assertEquals("17.1", database.one("select ts from audit_anchor where workspace = ?", workspace.value()));
        for (var change : new String[] {
            "update audit_anchor set hash = repeat('0', 64) where workspace = ?",
            "update audit_anchor set ts = '19.1' where workspace = ?",
            "delete from audit_anchor where workspace = ?",
            "delete from audit_head where workspace = ?"
        }) {
            assertThrows(SQLException.class, () -> tell(change), change);
        }
    }

    private void tell(String change) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(change)) {
            statement.setString(1, workspace.value());
            statement.execute();
        }
    }

    private long posts() {
        return database.count(
                "select count(*) from outbox where workspace = ? and key like 'audit/anchor/%'", workspace.value());
    }

    private void write(Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() -> chain.write(new AuditFact(
                        workspace,
                        Optional.empty(),
                        "limit changed",
                        new MemberId("UMIA"),
                        new MemberId("UMIA"),
                        new AuditFact.Change("admins may", "100 USD", "200 USD"),
                        at,
                        "g1",
                        Map.of())));
    }
}
