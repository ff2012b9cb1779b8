package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A shift ends, the ticket does not.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class HandingOverStory {
    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(
                "wrong item twice",
                Said.message(
                        text("Two things first."),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(Map.of("standing", "verified", "statement", "They paid $150.")))),
                        tool(
                                "write_draft",
                                Map.of("channel", "email", "text", "Dear Kim, we are on it.", "change", "")),
                        refund("150.00", "Two wrong items."),
                        tool("ask_questions", Map.of("questions", List.of("When did they write last?")))));
    }

    @Test
    void theNewOwnerReadsWhereThingsStandAndGoesOn() {
        var thread = desk.ana().cowork("They got the wrong item twice.");
        thread.presses("Use this");
        thread.shows("Used by");
        thread.presses("Send to supervisor");
        thread.shows("Sent to supervisor by");

        var form = desk.ana().pressesForForm(thread.card(), "Hand over");
        assertEquals(
                Map.of("New owner", "This person is the owner already."),
                form.refused(Map.of("New owner", desk.ana().id())));
        form.submit(Map.of("New owner", desk.noa().id(), "Note", "Call them at nine."));

        var summary = thread.shows("Handed over from <@UANA00001> to <@UNOA00001>.");
        for (var words : List.of(
                "Call them at nine.",
                "_Verified:_ They paid $150.",
                "When did they write last?",
                "Version 1, by <@UANA00001>",
                "Dear Kim, we are on it.",
                "Refund $150.00: waits for a decision")) {
            assertTrue(summary.says(words), words + " is missing in:\n" + summary.words());
        }
        desk.noa().sees(desk.noa().direct(), "what she owns now", post -> post.says("handed a session over to you"));
        thread.sees(
                "the new owner on the card",
                post -> post.says("*Owner* <@UNOA00001>") && post.says("*With* <@UANA00001>"));

        claude.answersTo("on the phone", Said.message(text("Then listen first.")));
        thread.seenBy(desk.noa()).says("I have them on the phone.");
        thread.shows("Then listen first.");
        claude.answersTo("one more", Said.message(text("Good that you say it.")));
        thread.says("There is one more thing.");
        thread.shows("Good that you say it.");
    }
}
