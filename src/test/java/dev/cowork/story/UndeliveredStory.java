package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Slack refuses is said, never swallowed.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class UndeliveredStory {
    private static final String DRAFT = "Dear Kim, we look for your parcel today.";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;
    private CaseThread thread;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        // Slow enough that the answer's own words are streamed: what is refused is the draft.
        claude.takesBetweenEvents(Duration.ofMillis(100));
        claude.answersTo("lost somewhere", Said.message(text("Tell me more.")));
        claude.answersTo("draft that", TalkingStory.draft(DRAFT, ""));
        thread = desk.ana().cowork("The parcel is lost somewhere.");
        thread.shows("Tell me more.");
    }

    @Test
    void theThreadIsToldAndTryAgainShowsIt() {
        refuses("ekm_access_denied", 1);
        thread.says("Please draft that.");

        var notice = thread.shows("A draft could not be shown here");
        assertTrue(notice.says("ekm_access_denied"), notice.words());
        desk.noa().presses(notice, "Try again");
        desk.noa().isTold(Desk.SUPPORT, "Only those who work on this ticket may do that.");
        assertTrue(thread.isWithout(DRAFT));

        thread.presses("Try again");

        assertTrue(thread.shows(DRAFT).has("Use this"));
        assertFalse(thread.shows("Trying again to show").has("Try again"));
    }

    @Test
    void whatSlackNeverTakesIsAskedForAnew() {
        refuses("msg_too_long", 1);
        thread.says("Please draft that.");

        var notice = thread.shows("Slack found it too long");

        assertFalse(notice.has("Try again"), notice.words());
    }

    @Test
    void aNoticeThatDiesSaysNothingFurther() throws InterruptedException {
        refuses("ekm_access_denied", 2);
        thread.says("Please draft that.");
        thread.shows("Here it is.");

        Thread.sleep(2_000);

        assertTrue(thread.isWithout("could not be shown"));
    }

    @Test
    void theOwnerIsToldDirectlyWhereTheThreadCannotBeWrittenTo() {
        refuses("is_archived", 1);
        thread.says("Please draft that.");

        var notice = desk.ana().sees(desk.ana().direct(), "why nothing comes", post -> post.has("Try again"));
        assertTrue(notice.says("is archived"), notice.words());
        assertTrue(thread.isWithout(DRAFT));

        desk.ana().presses(notice, "Try again");

        thread.shows(DRAFT);
    }

    private void refuses(String error, int times) {
        desk.slack().fault(Map.of("method", "chat.postMessage", "error", error, "times", times));
    }
}
