package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Database;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// After the decision the session goes on by itself: the draft is written anew to fit it, and can be used for exactly
/// that.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class GoingOnStory {
    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @Inject
    DataSource source;

    private final String reason = "Came broken " + UUID.randomUUID();
    private Desk desk;
    private CaseThread thread;

    @BeforeEach
    void sends() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(
                "came broken twice",
                Said.message(
                        text("This needs your supervisor."),
                        draft("I am sorry. We refund you $150 today."),
                        refund("150", reason)));
        thread = desk.ana().cowork("It came broken twice. They paid $150.");
        thread.presses("Send to supervisor");
    }

    @Test
    void theDraftIsWrittenAnewForExactlyWhatWasGranted() {
        claude.answersTo(
                words -> words.contains("[decision] Approved with changes: Refund $120.00")
                        && words.contains("They said: Once we have it back.")
                        && words.contains("[Rewrite the draft so that it promises exactly this"),
                _ -> Said.message(
                        text("They granted $120, once it is back."),
                        draft("We refund you $120 as soon as your parcel is back with us.")));
        var form = desk.sam().pressesForForm(waiting(), "Approve with changes");

        form.submit(Map.of("Amount", "120", "Condition, shown to the agent", "Once we have it back."));

        thread.shows("We refund you $120 as soon as your parcel is back with us.");
        thread.presses("Use this");
        thread.shows("Used by <@UANA00001>");
    }

    @Test
    void moreThanWasGrantedStaysLocked() {
        claude.answersTo(
                "[decision] Approved with changes",
                Said.message(text("Here."), draft("We refund you $120 and you get a $150 voucher, promised.")));
        var form = desk.sam().pressesForForm(waiting(), "Approve with changes");
        form.submit(Map.of("Amount", "120"));
        thread.shows("you get a $150 voucher");

        thread.presses("Use this");

        var locked = thread.shows("cannot be used yet");
        assertTrue(locked.says("$150 voucher") && locked.says("needs an approval of this kind"), locked.words());
    }

    @Test
    void whatWasDeclinedBecomesAnExplanation() {
        claude.answersTo(
                words -> words.contains("[decision] Declined: Refund $150.00")
                        && words.contains("because: A replacement is enough.")
                        && words.contains("[Rewrite the draft without it"),
                _ -> Said.message(text("No refund."), draft("I asked for your money back and could not get it.")));
        var form = desk.sam().pressesForForm(waiting(), "Decline");

        form.submit(Map.of(form.fields().getFirst(), "A replacement is enough."));

        thread.shows("I asked for your money back and could not get it.");
    }

    @Test
    void whenTimeIsOverAndWhenItIsAskedForAgainTheCustomerIsToldWhatIsTrue() {
        claude.answersTo(
                "[decision] Nobody decided in time: Refund $150.00",
                Said.message(text("Nobody has decided."), draft("I have no answer yet, and I am sorry for that.")));
        claude.answersTo(
                words -> words.contains("[Asked for again: Refund $150.00")
                        && words.contains("An answer is needed within 2 hours."),
                _ -> Said.message(text("Tell them."), draft("You will hear from me within 2 hours this time.")));
        var card = waiting();
        new Database(source)
                .change(
                        "update proposal set version = version + 1, asked_at = now() - interval '2 hours',"
                                + " expires_at = now() - interval '1 second' where reason = ?",
                        reason);

        desk.sam().presses(card, "Approve");

        desk.sam().isTold(Desk.APPROVALS, "Nobody decided in time");
        thread.shows("I have no answer yet, and I am sorry for that.");
        thread.presses("Renew");
        thread.shows("You will hear from me within 2 hours this time.");
        waiting();
    }

    private Post waiting() {
        return desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.says(reason) && post.has("Approve"));
    }

    private static Said.Part draft(String words) {
        return tool("write_draft", Map.of("channel", "email", "text", words, "change", ""));
    }
}
