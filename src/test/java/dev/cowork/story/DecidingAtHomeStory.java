package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Wherever a proposal is shown it tells the same: App Home shows what waits, decides it, and follows what others do.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class DecidingAtHomeStory {
    private static final List<String> DECIDING = List.of("Approve", "Approve with changes", "Decline", "Ask");

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource database;

    private final String reason = "Broken on arrival " + UUID.randomUUID();
    private Desk desk;

    @BeforeEach
    void open() throws SQLException {
        claude.forget();
        desk = Desk.open(application);
        try (var connection = database.getConnection();
                var nothingWaits = connection.prepareStatement(
                        "update proposal set state = 'EXPIRED', settled_at = now() where state = 'OPEN'")) {
            nothingWaits.executeUpdate();
        }
        claude.answersTo("broken on arrival", Said.message(text("This needs your supervisor."), refund("150", reason)));
    }

    @Test
    void whatWaitsIsApprovedFromHomeAndEveryViewSaysSo() {
        var sams = desk.sam().opensHome();
        sams.shows("Nothing waits for your decision.");
        var anas = desk.ana().opensHome();
        var thread = sent();

        sams.shows("Refund · $150.00", "asked for by <@UANA00001>", "Answer needed by", reason);
        assertEquals(DECIDING, sams.buttonsAt(reason));
        anas.shows("Refund · $150.00", reason);
        assertTrue(anas.buttonsAt(reason).isEmpty(), "who asked is offered to decide");
        sams.presses("Approve", reason);

        var settled = "Approved by <@USAM00001>";
        sams.shows("Refund · $150.00", settled);
        anas.shows("Refund · $150.00", settled);
        sams.isWithout(reason);
        thread.shows(settled);
        var card = desk.mia().sees(Desk.APPROVALS, "the settled card", post -> post.says(settled));
        assertTrue(card.buttons().isEmpty(), () -> "live buttons: " + card.buttons());
        assertTrue(sams.buttonsAt(settled).isEmpty(), "live buttons in App Home");
    }

    @Test
    void aPressOnAnOldHomeIsAnsweredWithWhatIsTrueNow() {
        var sams = desk.sam().opensHome();
        sent();
        sams.shows(reason);
        // Sam's page is not put up again: it stays as it was.
        desk.slack().fault(Map.of("method", "views.publish", "error", "internal_error", "times", 4));
        var card = desk.mia().sees(Desk.APPROVALS, "the proposal", post -> post.says(reason));
        desk.mia().presses(card, "Approve");
        desk.mia().sees(Desk.APPROVALS, "the decision", post -> post.says("Approved by <@UMIA00001>"));

        sams.presses("Approve", reason);

        var told = desk.sam()
                .sees(desk.sam().direct(), "the truth", post -> post.says("Already approved by <@UMIA00001>"));
        assertTrue(told.buttons().isEmpty());
    }

    @Test
    void declinesAndAsksFromHomeAndTheAgentAnswersThere() {
        var sams = desk.sam().opensHome();
        var anas = desk.ana().opensHome();
        var thread = sent();

        var asking = sams.pressesForForm("Ask", reason);
        asking.submit(Map.of(asking.fields().getFirst(), "Is there a photo?"));
        anas.shows(reason, "Is there a photo?", "Nobody has answered yet");
        var answering = anas.pressesForForm("Reply", "Is there a photo?");
        answering.submit(Map.of(answering.fields().getFirst(), "Three of them."));

        thread.shows("Three of them.");
        desk.sam().sees(Desk.APPROVALS, "the answer", post -> post.says("Three of them."));
        anas.isWithout("Nobody has answered yet");
        var declining = sams.pressesForForm("Decline", reason);
        declining.submit(Map.of(declining.fields().getFirst(), "The photos show no damage."));

        anas.shows("Declined by <@USAM00001>", "The photos show no damage.");
        sams.shows("Declined by <@USAM00001>");
    }

    private CaseThread sent() {
        var thread = desk.ana().cowork("It was broken on arrival. They paid $150.");
        thread.presses("Send to supervisor");
        return thread;
    }
}
