package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Practising: in direct messages, coached or with a customer whose temper obeys nobody but the trainee.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PractisingStory {
    private static final String COACHED = "Coached: you think, I ask, hint and, only then, tell";
    private static final String ROLE_PLAY = "Role-play: I am the customer, with a temper";
    private static final String GOOD_REPLY =
            "Hi Robin, thank you for telling me that the jacket doesn't fit and that it is"
                    + " day 35. It must be annoying to come home to a closed return window. I am asking my supervisor today, and you"
                    + " will hear from me by tomorrow noon.";

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
        claude.answersTo(words -> words.contains("The things that may be there:"), _ -> Said.message(reads()));
    }

    @Test
    void theGuidesThirdUseCaseIsCoachedWordForWord() {
        // A coach who gives everything away at once is not heard.
        claude.answersTo(
                "You stand at", Said.message(text("Returns on days 31 to 45 are fine if a supervisor agrees.")));
        var noa = desk.noa();
        var drill = begins(noa, "Training · Return on day 35 of a 30-day policy", COACHED);

        drill.says(
                "Hi Claude, I'm new and this is my first return request. Customer wants to return item after 35 days."
                        + " Our policy says 30 days. What do I say?");
        drill.shows(
                "4. What does the policy say about exceptions? Check the knowledge base and tell me what you find about"
                        + " exceptions. from the playbook, not from Claude");
        drill.says(
                "It says we can accept returns 31-45 days if escalated to supervisor. Customer says item doesn't fit and"
                        + " they were traveling so couldn't return sooner.");
        drill.shows("What's your goal here - what outcome do you want?");
        drill.says("I want to help them but also follow policy. Maybe I need to escalate?");
        drill.shows("Good instinct! You're right that this needs escalation for the exception.");
        drill.says("Definitely option B!");
        drill.shows("Exactly! Now let's draft the actual response together.");
        drill.says(GOOD_REPLY);
        drill.shows("That is a reply I would be glad to get.");

        var card = drill.shows("Scorecard: Return on day 35");
        assertTrue(
                card.says("*Hear* · earned by “Hi Robin, thank you for telling me that the jacket doesn't fit"),
                card.words());
        assertTrue(card.says("*Resolve* · earned by “I am asking my supervisor today"), card.words());
        assertTrue(card.says("Keep") && card.says("Try") && card.says("Only you see this"), card.words());
        assertTrue(drill.isWithout("31 to 45 are fine"), "a coach stays on the rung");
        assertEquals(List.of(), desk.sam().posts(noa.direct()), "nobody else reads it");
    }

    @Test
    void claudeWordsTheCoachWhereItStaysOnItsRung() {
        claude.answersTo(
                words -> words.contains("You stand at"),
                request -> Said.message(text(
                        "Welcome! " + StandInClaude.lastWords(request).replaceFirst("(?s).*just written:\n", ""))));
        var before = spent();
        var drill = begins(desk.ana(), "Policy gray area · Cheaper the day after", COACHED);

        drill.says("I think I would just say no.");

        var coach = drill.shows("Welcome! Let's think before we write.");
        assertTrue(coach.says("said by Claude"), coach.words());
        Eventually.is("what Claude took in the drill is counted", () -> spent() > before);
    }

    private long spent() {
        return new Database(source).count("select count(*) from spend where workspace = 'TPLAY0001'");
    }

    @Test
    void aGoodAgentCalmsTheCustomerAndSharesTheScorecardByOwnPress() {
        // Whatever happens, this customer rages.
        claude.answersTo("Your temper is", Said.message(text("I am furious! I want my lamp, and I want it now!")));
        var noa = desk.noa();
        var drill = begins(noa, "Difficult customer · Second damaged shipment of a 300 dollar item", ROLE_PLAY);

        drill.says(
                "Alex, this is the second time in three months that a parcel from us reached you broken, and this time it"
                        + " is a 300 dollar lamp. That is really frustrating. I am sorry; we should have packed it better.");
        drill.shows("Temper 2 of 5: wary, waiting for proof");
        drill.says(
                "I will send a new lamp today, by express, or refund it in full: which would you prefer? You will have"
                        + " the tracking link from me by five today.");
        drill.shows("Temper 0 of 5: calm and thankful");
        drill.shows("Scorecard: Second damaged shipment");

        var form = drill.pressesForForm("Share scorecard");
        assertTrue(desk.sam().posts(Desk.SUPPORT).stream().noneMatch(post -> post.says("Scorecard")));
        form.submit(Map.of("Share with", Desk.SUPPORT));
        var shared = desk.sam().sees(Desk.SUPPORT, "the scorecard", post -> post.says("Scorecard: Second damaged"));
        assertTrue(shared.says("Shared by <@" + noa.id() + ">"), shared.words());
        assertTrue(shared.says("*Diagnose* · missed"), shared.words());
        assertFalse(shared.has("Share scorecard"));
    }

    @Test
    void aBadAgentDoesNotHoweverSoftTheModelIs() {
        claude.answersTo("Your temper is", Said.message(text("Thank you so much, you are so kind! Take your time.")));
        claude.answersTo(
                words -> words.contains("The things that may be there:"),
                request -> Said.message(tool(
                        "recognise",
                        Map.of(
                                "seen",
                                List.of("heard", "empathised", "owned", "options", "next", "cause").stream()
                                        .map(thing ->
                                                Map.of("thing", thing, "sentence", "Your business is important to us."))
                                        .toList()))));
        var drill = begins(desk.noa(), "Difficult customer · Second damaged shipment of a 300 dollar item", ROLE_PLAY);

        drill.says("I understand your frustration. Your business is important to us.");
        drill.shows("Temper 5 of 5: furious");
        drill.says("Your business is important to us. As I said, you should have checked it. We will get back to you.");
        var answer = drill.sees("the second answer", post -> post.says("Temper 5 of 5") && !post.says("No. Enough!"));

        assertTrue(answer.says("from the playbook, not from Claude"), answer.words());
        assertTrue(drill.isWithout("Thank you so much"), "a persona gone soft is put right");
        drill.says("finish");
        var card = drill.shows("Scorecard:");
        assertTrue(card.says("*Hear* · missed, where you wrote “I understand your frustration.”"), card.words());
    }

    @Test
    void whatIsNotSaidYetComesOutWhenSomebodyAsks() {
        claude.answersTo("Your temper is", Said.refuses());
        var drill = begins(desk.noa(), "Training · Return on day 35 of a 30-day policy", ROLE_PLAY);

        drill.says("Thank you for writing, Robin. I will look at it today.");
        drill.sees("an answer", post -> post.says("Robin: ") && post.says("Temper"));
        assertTrue(drill.isWithout("traveling for work"));
        drill.says("What kept you from sending it back within the 30 days?");

        drill.shows("Robin: I was traveling for work for three weeks");
    }

    @Test
    void aClosedSessionBecomesADrillOnceAPersonHasReadIt() {
        claude.answersTo(_ -> true, _ -> Said.message(text("Let us see.")));
        var ana = desk.ana();
        var thread = ana.cowork("Order 4711-0815 of Jane Doe (jane@example.com) came broken, she wants a new one.");
        thread.shows("Let us see.");
        thread.closes("Resolved");

        var form = thread.pressesForForm("Make a drill");
        assertTrue(form.prefilled("Situation").contains("[e-mail]"), form.prefilled("Situation"));
        assertFalse(form.prefilled("Situation").contains("4711"), form.prefilled("Situation"));
        var filled = new HashMap<>(Map.of(
                "Title", "The broken order",
                "What the customer writes", "It came broken. Jane Doe, jane@example.com",
                "What the customer wants", "I want a new one.",
                "Their history with us", "First order.",
                "Not said yet", "It was a present.",
                "A good reply", "It came broken, and you will have a new one by Friday."));
        var refused = form.refused(filled);
        assertTrue(refused.get("What the customer writes").startsWith("This still names"), refused.toString());
        filled.put("What the customer writes", "It came broken.");
        form.submit(filled);
        ana.sees(ana.direct(), "that it is approved", post -> post.says("The drill “The broken order” is approved."));

        var drill = begins(desk.noa(), "Difficult customer · The broken order", ROLE_PLAY);
        assertTrue(drill.card().says("The customer writes:"), drill.card().words());

        var change = thread.pressesForForm("Make a drill");
        assertEquals("The broken order", change.prefilled("Title"));
        change.submit(Map.of("Title", "The order in pieces"));
        ana.sees(ana.direct(), "that it is changed", post -> post.says("The drill “The order in pieces” is approved."));
        var sam = desk.sam();
        var list = sam.typesForForm("/cowork train", Desk.SUPPORT).pressesForOther("Drills from sessions", "");
        list.pressesForOther("Change or withdraw", "The order in pieces")
                .submit(Map.of("Take it back", List.of("Withdraw this drill: nobody can begin it any more")));
        sam.sees(sam.direct(), "that it is gone", post -> post.says("“The order in pieces” is withdrawn"));
        var left = desk.noa().typesForForm("/cowork train", Desk.SUPPORT).choices("Drill");
        assertTrue(left.stream().noneMatch(choice -> choice.contains("The order in pieces")), left.toString());
        drill.says("It came broken, and you will have a new one by Friday.");
        drill.shows("Temper");
    }

    /// Whoever made the drill, and whether Claude is there or not.
    @Test
    void aDrillInAnotherLanguageStaysInIt() {
        claude.answersTo(_ -> true, _ -> Said.message(text("Let us see.")));
        var ana = desk.ana();
        var thread = ana.cowork("Their parcel is at a neighbour's they do not know.");
        thread.shows("Let us see.");
        thread.closes("Resolved");
        thread.pressesForForm("Make a drill")
                .submit(Map.of(
                        "Title", "Das Paket beim Nachbarn",
                        "What the customer writes", "Wo ist mein Paket? Ich warte seit zwei Wochen!",
                        "What the customer wants", "Ich will mein Paket.",
                        "Their history with us", "Keine.",
                        "Not said yet", "Der Nachbar ist im Urlaub.",
                        "A good reply", "Sie haben es morgen bis zwölf Uhr."));
        ana.sees(ana.direct(), "that it is approved", post -> post.says("“Das Paket beim Nachbarn” is approved"));
        claude.answersTo("Your temper is", Said.refuses());
        var drill = begins(desk.noa(), "Difficult customer · Das Paket beim Nachbarn", ROLE_PLAY);

        drill.says("Das Paket wurde beim Nachbarn abgegeben.");

        var answer = drill.sees("an answer", post -> post.says("Temper") && post.says("Ich will mein Paket."));
        assertTrue(answer.says("Gut, aber ich weiß immer noch nicht, was jetzt passiert."), answer.words());
    }

    @Test
    void supervisorsSeeAPersonOnlyWithThatPersonsConsent() {
        claude.answersTo("Your temper is", Said.refuses());
        var noa = desk.noa();
        var drill = begins(noa, "Training · Your first no", ROLE_PLAY);
        drill.says("You will have an answer by noon today.");
        drill.sees("an answer", post -> post.says("Uli: "));
        drill.says("finish");
        drill.shows("Scorecard:");

        assertTrue(desk.sam().opensHome().words().stream().noneMatch(words -> words.contains("<@" + noa.id() + ">: ")));
        var home = noa.opensHome();
        home.shows("*Your practice*", "Nobody else sees how they went.");
        home.presses("Let supervisors see it");
        home.shows("Supervisors see with your name how many, and how often you earned each step");
        desk.sam().opensHome().shows("*The team's practice*", "• <@" + noa.id() + ">: ", "%");
        home.presses("Hide my practice");
        home.shows("Nobody else sees how they went.");
    }

    @Test
    void theTrainingOpeningLeadsToReadyDrillsAndBack() {
        var noa = desk.noa();
        noa.typesForForm("/cowork", Desk.SUPPORT);
        var training = noa.modal().choose("What kind of ticket is it?", "training");
        var drills = training.pressesForOther("Choose a ready drill", "");
        assertTrue(drills.choices("Drill").size() >= 12, drills.choices("Drill").toString());
        var own = drills.pressesForOther("Practise a case of my own", "");
        assertTrue(own.fields().contains("SCENARIO"), own.fields().toString());
    }

    /// The model agrees with whatever the rules could see.
    private static Said.Part reads() {
        return tool("recognise", Map.of("seen", List.of()));
    }

    private static CaseThread begins(Person trainee, String drill, String way) {
        var form = trainee.typesForForm("/cowork train", Desk.SUPPORT);
        var before = trainee.posts(trainee.direct()).stream().map(Post::ts).toList();
        form.submit(Map.of("Drill", drill, "How do you want to practise?", way));
        var card = trainee.sees(
                trainee.direct(), "the drill's card", post -> !before.contains(post.ts()) && post.has("Finish"));
        return new CaseThread(trainee, card);
    }
}
