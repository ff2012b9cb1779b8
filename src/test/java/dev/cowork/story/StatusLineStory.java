package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;

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

/// What Slack's status line says of a session.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class StatusLineStory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
    }

    @Test
    void itWaitsForThePersonWhoMustDecideAndEndsWithTheSession() {
        claude.answersTo(
                "wrong item twice",
                Said.message(text("This needs your supervisor."), refund("150.00", "Two wrong items.")));
        claude.answersTo("meanwhile", Said.message(text("Write a holding reply.")));
        claude.answersTo("Approved", Said.message(text("Tell them today.")));
        var thread = desk.ana().cowork("They got the wrong item twice. They paid $150.");
        thread.offers("Send to supervisor");
        isShown(thread, "active");

        thread.presses("Send to supervisor");
        isShown(thread, "suspended");

        thread.says("What do we do meanwhile?");
        thread.shows("Write a holding reply.");
        isShown(thread, "suspended");

        desk.sam().presses(desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve")), "Approve");
        thread.shows("Tell them today.");
        isShown(thread, "active");

        thread.closes("Resolved");
        isShown(thread, "closed");
    }

    private void isShown(CaseThread thread, String status) {
        Eventually.is("the status " + status, PATIENCE, () -> thread.status().equals(status), thread::status);
    }
}
