package dev.cowork.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.story.Desk;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When a day is over, the end of the record is posted where no owner of the database can change it.
@QuarkusTest
class AnchorStory {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("TPLAY0001");

    @TestHTTPResource("/")
    URI application;

    @Inject
    AuditChain chain;

    @Inject
    AnchoringAudit anchoring;

    @Inject
    InstantSource clock;

    @Test
    void theEndOfTheRecordIsPostedOnceADayAndCompared() {
        var desk = Desk.open(application);
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        decide();

        anchoring.anchorDue(tomorrow);
        anchoring.anchorDue(tomorrow.plusSeconds(60));

        var post = desk.sam().sees(Desk.APPROVALS, "the anchor", it -> it.says("Audit anchor of"));
        assertTrue(post.words().matches("(?s).*`\\d+:[0-9a-f]{64}`.*"), post.words());
        assertEquals(
                1,
                desk.sam().posts(Desk.APPROVALS).stream()
                        .filter(it -> it.says("Audit anchor of"))
                        .count());
        var answer = desk.sam().opensHome().pressesForForm("Verify the audit", "Record of decisions");
        assertTrue(answer.words().contains("daily anchor"), answer.words());
        assertTrue(answer.words().contains("as it was written"), answer.words());
    }

    private void decide() {
        var mia = new MemberId("UMIA00001");
        QuarkusTransaction.requiringNew()
                .run(() -> chain.write(new AuditFact(
                        WORKSPACE,
                        Optional.empty(),
                        "ruled",
                        mia,
                        mia,
                        new AuditFact.Change("authority matrix", "version 1", "version 2"),
                        clock.instant(),
                        "anchor-story",
                        Map.of())));
    }
}
