package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/// What nobody could look up is gathered, given to somebody, answered, and told to whoever met it.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class GapsStory {
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
    void aGapIsMergedAssignedClosedAndItsFinderTold() {
        claude.answersTo(
                _ -> true,
                request -> request.path("tools").findValuesAsText("name").contains("look_back")
                        ? lookedBack("Do we pay import duties on a parcel that bounced for Jane Doe?")
                        : Said.message(text("Let us see.")));
        var ana = desk.ana();
        var first = closed(ana, "A parcel bounced at customs and they want the duties back.");
        var debrief = first.shows("Noted as gaps");
        assertTrue(
                debrief.says("Knowledge gap: Do we pay import duties on a parcel that bounced for"), debrief.words());
        assertFalse(debrief.says("Jane"), debrief.words());

        var noa = desk.noa();
        var second = closed(noa, "Another bounced parcel with duties.");
        second.shows("Noted as gaps");
        var note = second.pressesForForm("Note a gap");
        note.submit(Map.of(
                "Which question should somebody answer?", "May packaging be sent back in pieces to mia@example.com?"));
        second.shows("Knowledge gap: May packaging be sent back in pieces to [e-mail]?");

        var sam = desk.sam();
        var home = sam.opensHome();
        home.shows("*Knowledge gaps*", "import duties on a parcel that bounced", "2 sessions");
        var list = home.pressesForForm("Assign or answer", "*Knowledge gaps*");
        var form = list.pressesForOther("Assign or answer", "import duties");
        assertTrue(form.refused(Map.of()).toString().contains("Name the article, or choose below"));
        form.submit(Map.of("Or who is to answer it", ana.id()));

        var asked = ana.sees(ana.direct(), "what to answer", post -> post.says("asks you to answer a gap"));
        var answer = ana.pressesForForm(asked, "Answer it");
        var wrong = answer.refused(
                Map.of("Article that answers it", "Import duties on returned parcels", "Its address", "somewhere"));
        assertTrue(wrong.get("Its address").contains("begins with https://"), wrong.toString());
        answer.submit(Map.of(
                "Article that answers it", "Import duties on returned parcels",
                "Its address", "https://kb.example.com/duties"));

        noa.sees(
                noa.direct(),
                "that it is answered",
                post -> post.says("The gap you found is closed, thank you: “Import duties on returned parcels”"));
        var third = closed(noa, "Third bounced parcel.");
        third.shows("Noted as gaps");
        noa.sees(noa.direct(), "that it is known", post -> post.says("There is an answer to a gap you met"));
        closed(noa, "Duties again; our article https://kb.example.com/duties says we pay them.")
                .shows("Debrief");
        sam.opensHome()
                .shows(
                        "*Knowledge gaps*",
                        "import duties on a parcel that bounced",
                        "→ “Import duties on returned parcels” · used in 2 later sessions");
    }

    @Test
    void whatNeedsNoAnswerGoesOffTheListAgain() {
        claude.answersTo(
                _ -> true,
                request -> request.path("tools").findValuesAsText("name").contains("look_back")
                        ? lookedBack("Which shade of teal is our logo on wrapping paper?")
                        : Said.message(text("Let us see.")));
        var ana = desk.ana();
        var thread = closed(ana, "They complain about the colour of the wrapping paper.");
        thread.shows("Noted as gaps");
        var sam = desk.sam();
        var home = sam.opensHome();
        home.shows("*Knowledge gaps*", "shade of teal");

        home.pressesForForm("Assign or answer", "*Knowledge gaps*")
                .pressesForOther("Assign or answer", "shade of teal")
                .submit(Map.of("Or take it off the list", List.of("It needs no answer")));

        ana.sees(ana.direct(), "that it is gone", post -> post.says("took a gap you found off the list"));
        home.isWithout("shade of teal");
        thread.sees("the debrief without it", post -> post.says("Customs takes its time.") && !post.says("teal"));
    }

    private static CaseThread closed(Person agent, String words) {
        var thread = agent.cowork(words);
        thread.shows("Let us see.");
        thread.closes("Resolved");
        return thread;
    }

    private static Said lookedBack(String question) {
        return Said.message(tool(
                "look_back",
                Map.of(
                        "done_well", "You asked before you promised.",
                        "could_be_better", "Name a time next time.",
                        "pattern", "Customs takes its time.",
                        "tip", "Say when they hear from you.",
                        "missing", List.of(Map.of("kind", "knowledge", "what", question)))));
    }
}
