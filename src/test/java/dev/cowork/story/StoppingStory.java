package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An answer that nobody wants any more.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class StoppingStory {
    private static final String LONG =
            "We look at it from every side, one after the other. ".repeat(200) + "This is the end of it.";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.takesBetweenEvents(Duration.ofMillis(100)).answersTo("from every side", Said.message(text(LONG)));
    }

    @Test
    void theStopButtonIsForThoseWhoWorkOnItAndKeepsWhatWasWritten() {
        var thread = underWay();

        thread.seenBy(desk.noa()).isStopped();
        desk.noa().isTold(Desk.SUPPORT, "and whoever joined this session may do that");
        assertTrue(thread.isWithout("Stopped by"));

        thread.isStopped();

        var answer = thread.shows("Stopped by <@UANA00001>.");
        assertTrue(answer.says("We look at it from every side"), answer.words());
        assertFalse(answer.says("the end of it"), answer.words());
        assertFalse(answer.isLive());
    }

    @Test
    void theWordStopAloneStopsAndTheTalkGoesOnFromThere() {
        var thread = underWay();

        thread.says("Stop.");

        thread.shows("Stopped by <@UANA00001>.");
        var asked = claude.requests().stream()
                .filter(request -> request.toString().contains("from every side"))
                .count();
        assertEquals(1, asked, "“stop” was answered");

        claude.takesBetweenEvents(Duration.ZERO).answersTo("only the carrier", Said.message(text("Then the carrier.")));
        thread.says("Look at only the carrier, please.");

        thread.shows("Then the carrier.");
        var messages =
                claude.lastRequestOf("the parcel is lost").path("messages").toString();
        assertTrue(messages.contains("We look at it from every side"), messages);
        assertTrue(messages.contains("stopped your answer above"), messages);
    }

    @Test
    void aClaudeThatOnlyThinksIsStoppedToo() {
        claude.answersTo("from every side", Said.hangs());
        var thread = desk.ana().cowork("Look at this from every side, please: the letter is lost.");
        // What an earlier test left may be asked about meanwhile.
        Eventually.is(
                "Claude is asked",
                () -> claude.requests().stream()
                        .anyMatch(request -> request.toString().contains("the letter is lost")));

        thread.says("stop");

        thread.shows("Stopped by <@UANA00001>.");
    }

    private CaseThread underWay() {
        var thread = desk.ana().cowork("Look at this from every side, please: the parcel is lost.");
        thread.sees("the beginning, still being written", post -> post.isLive() && post.says("We look at it"));
        return thread;
    }
}
