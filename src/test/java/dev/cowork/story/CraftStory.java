package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// How a case is worked: at once where it is plain, with a holding reply first where somebody waits, with a plan before
/// the apology where it is the second failure, and in the customer's language.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class CraftStory {
    private static final String SORRY = "Hello Kim, I am so sorry that this happened to you. We will look at it.";

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
    void aPlainQuestionGetsADraftAtOnceAndCanBeWorkedOutAfterAll() {
        claude.answersTo("without questions first", draft("Hold the button for ten seconds.", "en"));
        claude.answersTo("together after all", Said.message(text("Then let me ask: which device is it?")));
        var thread = desk.ana().cowork("The customer asks how to reset the device.");

        thread.shows("Hold the button for ten seconds.");
        var why = thread.shows("Quick draft: a plain question (“asks how”)");
        thread.sees(
                "the reason on the card", post -> post.ts().equals(thread.root()) && post.says("Quick draft: a plain"));
        assertEquals(List.of(), claude.sortings(), "the rules were enough");
        thread.presses("Work on it together");

        thread.shows("Then let me ask: which device is it?");
        thread.sees("no button any more", post -> post.ts().equals(why.ts()) && !post.has("Work on it together"));
        assertFalse(thread.card().has("Work on it together"));
    }

    @Test
    void whereTheRulesDoNotTellTheFastModelSortsTheOpening() {
        claude.sortsOpeningsAs(
                Said.message(tool("sort_opening", Map.of("triggers", List.of(), "plain", true, "urgent", false))));
        claude.answersTo("without questions first", draft("It is the blue one.", "en"));
        var thread = desk.ana().cowork("Which of the two cables belongs into the box?");

        thread.shows("It is the blue one.");
        thread.shows("Quick draft: a plain question, and none of the five reasons");
        assertEquals(1, claude.sortings().size());

        claude.forget();
        claude.answersTo("Which of the two", Said.message(text("What happened before?")));
        var hard = desk.ana().cowork("Which of the two should apologise?");
        hard.shows("What happened before?");
        hard.sees(
                "why it is worked out together",
                post -> post.ts().equals(hard.root()) && post.says("Worked out together: no plain question"));
    }

    @Test
    void whoWaitsThisMinuteGetsAHoldingReplyBeforeAnythingElse() {
        claude.answersTo("on the phone", Said.message(text("While they wait: what does the label say?")));
        var thread = desk.ana().cowork("Customer is on the phone, furious: the parcel is empty.");

        thread.shows("Urgent (“is on the phone”), so a holding reply comes first.");
        var holding = thread.sees("the holding reply", post -> post.says("I am looking into it right now"));
        assertTrue(holding.has("Use this") && holding.says("for the phone"), holding.words());
        thread.shows("While they wait: what does the label say?");
        assertTrue(claude.lastRequestOf("the parcel is empty").toString().contains("no other holding reply is needed"));
    }

    @Test
    void aSecondFailureChangesTheStrategyAndItsPlanComesBeforeTheApology() {
        claude.answersTo("wrong lamp for the second time", draft(SORRY, "en"));
        claude.answersTo(
                "Here is the plan for this customer",
                draft(
                        "Hello Kim, I am staying with this until it is settled and call you tomorrow at ten. You can choose"
                                + " between the right lamp and a review of a refund. I am sorry.",
                        "en"));
        var ana = desk.ana();
        var thread = ana.cowork("The wrong lamp for the second time.");

        var repeat = thread.offers("Make the plan");
        assertTrue(repeat.says("Second failure for this customer:"), repeat.words());
        assertTrue(repeat.says("what the customer can choose between"), repeat.words());
        var sorry = thread.sees("the draft", post -> post.says("I am so sorry that this happened"));
        assertTrue(sorry.says("Sorry comes first here."), sorry.words());
        assertTrue(sorry.says("reads like a bot"), sorry.words());
        assertTrue(claude.lastRequestOf("The wrong lamp for the second")
                .toString()
                .contains("[Second failure for this customer."));

        var form = ana.pressesForForm(repeat, "Make the plan");
        var wrong = form.refused(Map.of("What the customer can choose between", "Only this"));
        assertTrue(wrong.toString().contains("Write at least two things to choose between"), wrong.toString());
        form.submit(Map.of(
                "Why it happened, as far as we know", "The shelf is labelled wrongly",
                "What the customer can choose between", "The right lamp by courier\nTheir money back, once approved"));

        var planned = thread.sees("the plan", post -> post.ts().equals(repeat.ts()) && post.has("Change the plan"));
        assertTrue(planned.says("The shelf is labelled wrongly"), planned.words());
        assertTrue(planned.says("Their money back, once approved"), planned.words());
        var better = thread.sees("the next draft", post -> post.says("I am staying with this"));
        assertFalse(better.says("Sorry comes first"), better.words());
        assertTrue(claude.lastRequestOf("The wrong lamp for the second")
                .toString()
                .contains("The right lamp by courier | Their money back"));
    }

    @Test
    void aCustomerOfThatNameWhoWasHereBeforeIsASecondFailureUntilSomebodySaysNo() {
        claude.answersTo("Let's work through", Said.message(text("Tell me more.")));
        var ana = desk.ana();
        var name = "Robin Vandermeer";
        open(ana, name).shows("Tell me more.");
        var thread = open(ana, name);

        thread.shows("a customer of this name had a case here earlier the same day");
        thread.sees("it on the card", post -> post.ts().equals(thread.root()) && post.says("Second failure: a plan"));
        thread.presses("No second failure");
        thread.shows("says that this is no second failure");
        thread.sees("it gone from the card", post -> post.ts().equals(thread.root()) && !post.says("Second failure"));
    }

    @Test
    void draftsAreInTheCustomersLanguageAndOneInAnotherSaysSo() {
        claude.answersTo("Was passiert jetzt", draft("Thank you for your message, we are looking at it now.", "en"));
        claude.answersTo(
                "Write the draft in German",
                draft("Danke für Ihre Nachricht. Wir sehen uns das jetzt an und ich schreibe Ihnen wieder.", "de"));
        var thread = desk.ana()
                .cowork(
                        "She is upset and wrote:\n> Die Lampe ist kaputt und niemand hat mir geantwortet. Was passiert jetzt?");

        var english = thread.offers("In German");
        assertTrue(english.says("Written in English, and the customer is written to in German."), english.words());
        // The opening is sorted beside it, in a request of its own that may be the later one.
        var draftAsked = claude.requests().stream()
                .filter(request ->
                        request.path("tools").findValuesAsText("name").contains("write_draft"))
                .toList()
                .getLast();
        assertTrue(draftAsked.toString().contains("[The customer is written to in German."), draftAsked::toString);
        thread.presses("In German");

        var german = thread.sees("the next version", post -> post.says("Danke für Ihre Nachricht"));
        assertTrue(german.says("in German"), german.words());
        assertFalse(german.has("In German"), german.words());
        thread.sees("it on the card", post -> post.ts().equals(thread.root()) && post.says("Customer's language"));
    }

    @Test
    void anAnswerThatBrokeOffSaysSoAndComesAgainShorter() {
        claude.answersTo(
                "tell me everything",
                Said.message(text("It begins well and then")).stoppedBy("max_tokens"));
        claude.answersTo("again, shorter", Said.message(text("In short: write today.")));
        var thread = desk.ana().cowork("The lamp is furious customer business, tell me everything.");

        thread.shows("It begins well and then");
        var cut = thread.offers("Try again");
        assertTrue(cut.says("broke off at its end"), cut.words());
        thread.presses("Try again");

        thread.shows("In short: write today.");
        thread.sees("no button any more", post -> post.ts().equals(cut.ts()) && !post.has("Try again"));
    }

    private static CaseThread open(Person ana, String customer) {
        var form = ana.typesForForm("/cowork", Desk.SUPPORT);
        return ana.opens(form, Map.of("SITUATION", "The chair wobbles, they want it solved.", "Customer", customer));
    }

    private static Said draft(String words, String language) {
        return Said.message(
                text("Here is a draft."),
                tool(
                        "write_draft",
                        Map.of(
                                "channel",
                                "email",
                                "text",
                                words,
                                "change",
                                "",
                                "promises",
                                List.of(),
                                "language",
                                language)));
    }
}
