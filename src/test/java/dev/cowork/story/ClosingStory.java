package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a session ends and what it leaves to the others.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class ClosingStory {
    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private Desk desk;

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(
                _ -> true, request -> isLookingBack(request) ? lookedBack() : Said.message(text("Let us see.")));
    }

    @Test
    void closingAsksForTheOutcomeAndTheDebriefFollows() {
        var ana = desk.ana();
        var thread = ana.cowork("The parcel is lost, the customer is sad.");
        thread.shows("Let us see.");

        var form = ana.pressesForForm(thread.card(), "Close session");
        form.submit(Map.of(
                "How did it end?", "Resolved",
                "Did your first answer to the customer settle it?", "Yes",
                "How sure are you of handling the next one like it alone?", "4"));

        var debrief = thread.shows("You asked before you promised.");
        assertTrue(
                debrief.says(
                        "Resolved · the first answer settled it · confidence 4 of 5 at the close · 1 minute of work"),
                debrief.words());
        assertTrue(debrief.words().matches("(?s).*<http[^|>]+message=[\\d.]+[^|>]*\\|See where>.*"), debrief.words());
        assertTrue(debrief.says("Name a time next time."), debrief.words());
        assertTrue(debrief.says("Lost parcels come in threes."), debrief.words());
        thread.sees("the closed card", post -> post.ts().equals(thread.root()) && post.says("Closed · Resolved"));
        assertTrue(!thread.card().has("Close session"));
    }

    @Test
    void aTipIsEditedAndSharedWithTheTeam() {
        var ana = desk.ana();
        var thread = ana.cowork("The parcel is lost, the customer is sad.");
        thread.shows("Let us see.");
        thread.closes("Resolved");

        var form = thread.pressesForForm("Share tip");
        assertTrue(form.prefilled("Tip").contains("Say when they hear from you."));
        form.submit(Map.of("Tip", "Say when they hear from you, and keep it."));

        var tip = desk.mia().sees(Desk.TIPS, "the tip", post -> post.says("Say when they hear from you, and keep it."));
        assertTrue(!tip.says("lost"), tip.words());
    }

    @Test
    void nothingIsLeftToPressInAClosedSession() {
        claude.answersTo(
                "What can we do",
                Said.message(
                        text("Two ways."),
                        tool("offer_approaches", Map.of("approaches", List.of(way("Send another"), way("Pay back")))),
                        refund("150", "It is fair.")));
        claude.answersTo(
                "Draft it",
                Said.message(
                        text("Here."),
                        tool(
                                "write_draft",
                                Map.of("channel", "email", "text", "We refund you $900 today.", "change", ""))));
        claude.answersTo("And now", Said.badKey());
        var ana = desk.ana();
        var thread = ana.cowork("The parcel is lost, the customer is sad.");
        thread.shows("Let us see.");
        thread.says("What can we do?").offers("Send to supervisor");
        thread.says("Draft it.");
        thread.presses("Use this");
        thread.offers("Write a holding reply");
        thread.says("And now?").offers("Try again");
        desk.noa().presses(thread.card(), "Join");
        thread.sees("that Noa joined", post -> post.ts().equals(thread.root()) && post.says("UNOA00001"));
        var edited = thread.seenBy(desk.noa()).pressesForForm("Edit by hand");

        thread.closes("Resolved");

        Eventually.is(
                "the buttons go",
                Duration.ofSeconds(45),
                () -> thread.posts().stream().allMatch(post -> post.buttons().isEmpty() || post.has("Share tip")),
                () -> Person.told(thread.posts()));
        assertTrue(thread.shows("We refund you $900 today.").says("The session was closed."));
        assertTrue(thread.shows("Send another").says("Pay back"));
        assertTrue(
                edited.refused(Map.of()).toString().contains("This session is closed."),
                "what was opened before is refused");
    }

    @Test
    void aSupervisorsQuestionThatNobodyAnsweredIsAnsweredInAppHomeAfterTheClose() {
        claude.answersTo("What can we do", Said.message(text("Ask."), refund("150", "It is fair.")));
        var thread = desk.ana().cowork("The parcel is lost, the customer is sad.");
        thread.shows("Let us see.");
        thread.says("What can we do?").presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Ask"));
        desk.sam().pressesForForm(card, "Ask").submit(Map.of("Question to the people of the ticket", "Is it insured?"));
        var question = thread.offers("Reply");

        thread.closes("Resolved");

        thread.sees(
                "the question without its button",
                post -> post.ts().equals(question.ts())
                        && post.buttons().isEmpty()
                        && post.says("find `Reply` in App Home"));
        desk.ana().opensHome().pressesForForm("Reply", "Is it insured?").submit(Map.of("Answer", "It is, up to $200."));
        desk.sam().sees(Desk.APPROVALS, "the answer", post -> post.says("It is, up to $200."));
    }

    private static Map<String, Object> way(String title) {
        return Map.of(
                "title",
                title,
                "summary",
                title + ", today.",
                "pros",
                List.of("Fast"),
                "cons",
                List.of("Costs money"),
                "cost",
                "",
                "precedent",
                "");
    }

    private static boolean isLookingBack(com.fasterxml.jackson.databind.JsonNode request) {
        return request.path("tools").findValuesAsText("name").contains("look_back");
    }

    private static Said lookedBack() {
        return Said.message(tool(
                "look_back",
                Map.of(
                        "done_well", "You asked before you promised.",
                        "done_well_turn", 1,
                        "could_be_better", "Name a time next time.",
                        "pattern", "Lost parcels come in threes.",
                        "tip", "Say when they hear from you.")));
    }
}
