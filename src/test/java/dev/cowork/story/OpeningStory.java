package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a session begins: by a form, by a command with text, by a shortcut, by a mention.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class OpeningStory {
    private static final String DAMAGED =
            "The customer ordered a $300 item, it arrived damaged, second damaged shipment"
                    + " in 3 months. They threaten a bad review and want a replacement and compensation.";

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
    void theCommandAloneOpensAFormWithTheTemplatesToChoose() {
        var form = desk.ana().typesForForm("/cowork", Desk.SUPPORT);

        var templates = form.choices("What kind of ticket is it?");
        assertTrue(
                templates.containsAll(List.of(
                        "Difficult customer",
                        "Complex problem",
                        "Policy gray area",
                        "High-value customer",
                        "Training")),
                templates.toString());
    }

    @Test
    void eachTemplateHasItsOwnFields() {
        var form = desk.ana().typesForForm("/cowork", Desk.SUPPORT);

        form = form.choose("What kind of ticket is it?", "Complex problem");
        assertTrue(
                form.fields().containsAll(List.of("SYMPTOMS", "WHAT I'VE TRIED", "WHAT I DON'T KNOW")),
                form.fields().toString());
        form = form.choose("What kind of ticket is it?", "Policy gray area");
        assertTrue(
                form.fields().containsAll(List.of("SCENARIO", "COMPLICATING FACTORS", "CONSIDERATIONS")),
                form.fields().toString());
        form = form.choose("What kind of ticket is it?", "Difficult customer");
        assertTrue(
                form.fields().containsAll(List.of("SITUATION", "CONSTRAINTS", "GOAL")),
                form.fields().toString());
    }

    @Test
    void whatWasTypedStaysWhenAnotherTemplateIsChosenAndOnTheWayBack() {
        var words = "The lamp arrived broken. ".repeat(100).strip();
        var ana = desk.ana();
        var form = ana.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "Difficult customer");

        form = form.choose(
                "What kind of ticket is it?", "Complex problem", Map.of("SITUATION", words, "GOAL", "Keep them"));
        assertEquals(words, form.prefilled("SITUATION"));
        assertFalse(form.fields().contains("CONSTRAINTS"), form.fields().toString());
        form = form.choose("What kind of ticket is it?", "Difficult customer", Map.of("SYMPTOMS", "It flickers"));
        assertEquals(words, form.prefilled("SITUATION"));
        assertEquals("Keep them", form.prefilled("GOAL"));

        var card = ana.opens(form, Map.of("GOAL", "Keep them for good")).card();
        assertTrue(card.says("Keep them for good") && card.says("It flickers"), card.words());
    }

    @Test
    void homesFormRefusesTheChannelsOfProposalsAndTips() {
        var ana = desk.ana();
        ana.opensHome();
        ana.press(Map.of("view_id", "home", "label", "Start a session"));
        var form = ana.modal();
        var before = desk.slack().lastCall();

        Eventually.is("the channel is refused", () -> {
            var sent = Map.of("SITUATION", "It broke", "Where", Desk.TIPS);
            return ana.act("submit", Map.of("view_id", form.id(), "values", sent))
                    .toString()
                    .contains("kept for");
        });
        assertTrue(desk.slack().calls(before).stream()
                .noneMatch(call -> call.path("method").asText().equals("chat.postMessage")));
    }

    @Test
    void aSessionFromTextIsNamedByItsWordsInLists() {
        var ana = desk.ana();

        ana.cowork("*Lamp* arrived broken for the second time. They are furious and want their money back.");

        ana.opensHome().shows("Lamp arrived broken for the second time");
        ana.types("/cowork list", Desk.SUPPORT);
        ana.isTold(Desk.SUPPORT, "Lamp arrived broken for the second time");
    }

    @Test
    void badInputIsAnsweredBesideTheField() {
        var form = desk.ana().typesForForm("/cowork", Desk.SUPPORT);

        var said = form.refused(Map.of("SITUATION", "It broke", "Amount at stake", "a lot"));

        assertEquals(
                Map.of("Amount at stake", "I cannot read this amount. Write it like 150, $150 or 150.00 USD."), said);
        assertFalse(desk.ana().hasNoModal());
    }

    @Test
    void theFormSentOffIsACaseWithItsFieldsOnTheCard() {
        claude.answersTo("never arrives", Said.message(text("Let us look at it step by step.")));
        var ana = desk.ana();
        var form = ana.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "Complex problem");

        var thread = ana.opens(
                form,
                Map.of(
                        "SYMPTOMS", "Cannot log in; the reset mail never arrives",
                        "WHAT I'VE TRIED", "Spam folder, other browser",
                        "Ticket reference", "TCK-1042",
                        "Customer", "Northwind",
                        "Amount at stake", "$150",
                        "Your own limit", "100 USD"));

        var card = thread.card();
        for (var words : List.of(
                "Complex problem",
                "<@UANA00001>",
                "TCK-1042",
                "Northwind",
                "150.00",
                "100.00",
                "the reset mail never arrives")) {
            assertTrue(card.says(words), words + " is missing on:\n" + card.words());
        }
        thread.shows("Let us look at it step by step.");
    }

    @Test
    void theCommandWithTextBeginsAtOnce() {
        claude.answersTo("arrived damaged", Said.message(text("Two damaged shipments: let us get this right.")));

        var thread = desk.ana().cowork(DAMAGED);

        assertTrue(
                thread.card().says("second damaged shipment in 3 months"),
                thread.card().words());
        thread.shows("Two damaged shipments: let us get this right.");
    }

    @Test
    void aPoorOpeningGetsQuestionsAndNoDraft() {
        claude.answersTo(
                "customer is angry",
                Said.message(
                        text("I need to know more first."),
                        tool(
                                "ask_questions",
                                Map.of("questions", List.of("What happened?", "What do they ask for?")))));

        var thread = desk.ana().cowork("customer is angry, help me");

        thread.shows("What do they ask for?");
        assertTrue(thread.posts().stream().noneMatch(post -> post.has("Use this")));
    }

    @Test
    void aShortcutOnAPastedMessageQuotesIt() {
        var ana = desk.ana();
        var pasted = ana.says(Desk.SUPPORT, Optional.empty(), "My parcel was wet & torn. I want my money back!");

        ana.usesShortcut("cowork_from_message", Desk.SUPPORT, pasted);

        assertTrue(ana.modal().prefilled("SITUATION").contains("My parcel was wet & torn. I want my money back!"));
    }

    @Test
    void aMentionInAThreadBeginsASessionThere() {
        claude.answersTo("lost twice", Said.message(text("Lost twice: that is a pattern.")));
        var ana = desk.ana();
        var question = ana.says(Desk.SUPPORT, Optional.empty(), "Who can help with this one?");

        ana.says(Desk.SUPPORT, Optional.of(question), "@cowork the parcel was lost twice, what now?");

        ana.sees(
                Desk.SUPPORT,
                "the answer in that thread",
                post -> post.thread().equals(question) && post.says("Lost twice: that is a pattern."));
    }

    @Test
    void whatStoodInTheThreadBeforeIsReadAsDataAndNotRepeated() {
        claude.answersTo("what now?", Said.message(text("Torn and wet, twice.")));
        var ana = desk.ana();
        var question = ana.says(Desk.SUPPORT, Optional.empty(), "My parcel was wet & torn. I want my money back!");
        desk.noa().says(Desk.SUPPORT, Optional.of(question), "It happened to them in May, too.");
        desk.noa().says(Desk.SUPPORT, Optional.of(question), "Any news?");
        desk.noa().says(Desk.SUPPORT, Optional.of(question), "Any news?");

        ana.says(Desk.SUPPORT, Optional.of(question), "@cowork what now?");
        ana.sees(
                Desk.SUPPORT,
                "the answer",
                post -> post.thread().equals(question) && post.says("Torn and wet, twice."));

        var asked = StandInClaude.lastWords(claude.lastRequestOf("My parcel was wet & torn."));
        var fence = asked.indexOf("<data-");
        assertTrue(asked.indexOf("My parcel was wet & torn. I want my money back!") > fence && fence >= 0, asked);
        assertTrue(asked.contains("<@UNOA00001>: It happened to them in May, too."), asked);
        assertEquals(2, asked.split("Any news\\?", -1).length - 1, "said twice is read twice: " + asked);
        assertEquals(1, asked.split("what now\\?", -1).length - 1, asked);
    }

    @Test
    void whereTheThreadCannotBeReadTheSessionBeginsWithoutItAndSaysSo() {
        claude.answersTo("what now?", Said.message(text("Tell me more.")));
        desk.slack().fault(Map.of("method", "conversations.replies", "error", "missing_scope", "times", 1));
        var ana = desk.ana();
        var question = ana.says(Desk.SUPPORT, Optional.empty(), "My parcel was torn.");

        ana.says(Desk.SUPPORT, Optional.of(question), "@cowork what now?");

        ana.sees(
                Desk.SUPPORT,
                "that it was not read",
                post -> post.thread().equals(question) && post.says("I could not read what was said in this thread"));
        ana.sees(Desk.SUPPORT, "the answer", post -> post.thread().equals(question) && post.says("Tell me more."));
    }

    @Test
    void aLongThreadIsReadPageByPageAndItsMiddleLeftOut() {
        claude.answersTo("what now", Said.message(text("The carrier first.")));
        var ana = desk.ana();
        var root = ana.says(Desk.SUPPORT, Optional.empty(), "My parcel was lost twice.");
        for (var number = 1; number <= 105; number++) {
            var words = "Note " + number + ": " + "the carrier is asked again. ".repeat(6);
            ana.says(Desk.SUPPORT, Optional.of(root), words);
        }
        var before = desk.slack().lastCall();

        ana.says(Desk.SUPPORT, Optional.of(root), "@cowork what now?");

        ana.sees(Desk.SUPPORT, "the answer", post -> post.thread().equals(root) && post.says("The carrier first."));
        var said = StandInClaude.lastWords(claude.lastRequestOf("My parcel was lost twice."));
        assertEquals(2, said.split("My parcel was lost twice\\.", -1).length, said);
        assertTrue(said.contains("[…]") && said.contains("Note 105:") && !said.contains("Note 2:"), said);
        assertEquals(
                2,
                desk.slack().calls(before).stream()
                        .filter(call -> call.path("method").asText().equals("conversations.replies"))
                        .count());
    }
}
