package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Guests neither decide nor start sessions, whatever role they were given, and are told so.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class GuestStory {
    private static final String TOLD = "guests neither start sessions nor decide anything here";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource source;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        forget();
    }

    /// Whoever is not known is asked about anew.
    @AfterEach
    void forget() {
        new Database(source).change("delete from member_standing");
    }

    @Test
    void aGuestStartsNoSession() {
        isGuest("UNOA00001");

        desk.noa().types("/cowork The parcel is lost.", Desk.SUPPORT);
        desk.noa().isTold(Desk.SUPPORT, TOLD);

        desk.noa().says(Desk.SUPPORT, Optional.empty(), "<@UCOWORK01> the other parcel is lost too.");
        Eventually.is(
                "the second refusal",
                Duration.ofSeconds(45),
                () -> desk.noa().posts(Desk.SUPPORT).stream()
                                .filter(post -> post.isOnlyForOne() && post.says(TOLD))
                                .count()
                        == 2,
                () -> Person.told(desk.noa().posts(Desk.SUPPORT)));
        assertEquals(
                "Cowork",
                desk.noa().opensHome().pressesForForm("Start a session").title(),
                "no form");
        assertEquals(
                0,
                desk.ana().posts(Desk.SUPPORT).stream()
                        .filter(post -> post.has("Close session"))
                        .count());
    }

    @Test
    void aGuestWhoIsSupervisorDecidesNothingAndTheAttemptIsRecorded() {
        claude.answersTo("arrived late", Said.message(text("This may need your supervisor."), refund("120", "Late.")));
        desk.ana().cowork("It arrived late. They paid $120.").presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
        isGuest("USAM00001");

        desk.sam().presses(card, "Approve");

        desk.sam().isTold(Desk.APPROVALS, TOLD);
        assertEquals(
                "NO_MEMBER",
                new Database(source)
                        .one("select body::json->>'why' from audit_entry where workspace = 'TPLAY0001'"
                                + " and deed = 'refused' order by seq desc limit 1"));
        desk.mia().presses(card, "Approve");
        desk.mia().sees(Desk.APPROVALS, "her decision", post -> post.says("Approved by <@UMIA00001>"));
    }

    private void isGuest(String id) {
        desk.slack().person(id, Map.of("is_restricted", true));
        new Database(source).change("delete from member_standing where member = ?", id);
    }
}
