package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
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

/// The three use cases of the guide, step by step, with what Claude says in them put into its mouth.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class UseCaseStory {
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
    void deEscalatingAnAngryCustomer() {
        hears(
                "AGAIN received Product B",
                text("This is serious: two shipping errors plus legal language."),
                questions("What's your authority level for compensation on this?"));
        var thread = desk.ana()
                .cowork(
                        "They ordered Product A, received Product B, we sent replacement, they AGAIN received Product B."
                                + " Now they're talking about lawsuits. They paid $150. What's our play here?");
        thread.shows("two shipping errors plus legal language");
        thread.shows("What's your authority level for compensation on this?");
        thread.shows("The customer speaks of legal steps: “Now they're talking about lawsuits.”");

        hears(
                "Should I escalate first",
                text("Escalate, and answer at once: acknowledge, apologize, give a timeline."),
                tool(
                        "suggest_escalation",
                        Map.of(
                                "to", "supervisor",
                                "urgency", "now",
                                "summary", "Wrong item twice, legal threats.",
                                "holding_reply", "My supervisor is looking at it; you hear from us within 2 hours.")));
        thread.says("I can approve up to $300 in refunds/credit. Should I escalate first or try to resolve?");
        var escalation = thread.shows("Wrong item twice, legal threats.");
        assertTrue(escalation.says("within 2 hours"), escalation.words());

        hears("draft that please", draft("We apologize for the inconvenience caused.", ""));
        thread.says("Yes, draft that please.").shows("We apologize for the inconvenience caused.");

        hears("more human", draft("I am so sorry. Twice is twice too often.", "Warmer"));
        thread.says("This is good but feels too corporate. Can we make it more human?");
        assertTrue(thread.shows("Twice is twice too often.").says("Version 2"));

        hears(
                "compensation package",
                text("A full refund and the right item by courier."),
                tool(
                        "suggest_compensation",
                        Map.of(
                                "kind",
                                "refund",
                                "amount",
                                "150.00",
                                "currency",
                                "USD",
                                "reason",
                                "Two errors of ours in a row.")));
        thread.says("Perfect. Now let's plan what compensation package to recommend to my supervisor.");
        thread.sees(
                "the compensation",
                post -> post.says("Two errors of ours in a row.") && post.has("Send to supervisor"));
    }

    @Test
    void complexTechnicalTroubleshooting() {
        hears(
                "Invalid credentials",
                text("Let's diagnose this systematically."),
                questions("Are they checking spam?", "Have they tried a different browser or device?"));
        var thread = desk.ana()
                .cowork("Customer can't access their account: error 'Invalid credentials', reset mail never came.");
        thread.shows("Let's diagnose this systematically.");
        thread.shows("Have they tried a different browser or device?");

        hears(
                "phone and computer",
                text("Same error on several devices: account level, not the browser."),
                tool(
                        "note_facts",
                        Map.of(
                                "facts",
                                List.of(
                                        Map.of("standing", "ruled_out", "statement", "Browser or cache"),
                                        Map.of("standing", "tried", "statement", "Spam folder checked")))),
                questions("Is the account active, locked or suspended?", "Any failed attempts logged?"));
        thread.says("They checked spam, using correct email, tried phone and computer - same error on both.");
        thread.shows("Any failed attempts logged?");
        thread.sees(
                "what is ruled out, on the card",
                post -> post.ts().equals(thread.root())
                        && post.says("Browser or cache")
                        && post.says("Spam folder checked"));

        hears(
                "no failed attempts",
                text("Excellent catch. They may be on the wrong site, or spell the address differently."));
        thread.says("Account shows active, no failed attempts logged, last login was 3 days ago. That's weird.");
        thread.shows("They may be on the wrong site");
    }

    @Test
    void trainingANewAgent() {
        var noa = desk.noa();
        hears(
                "35 days",
                text("Great! Let's work through this together."),
                questions("Why are they returning it?", "What does the policy say about exceptions?"));
        var form = noa.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "Training");
        var thread = noa.opens(
                form,
                Map.of("SCENARIO", "My first return request: item after 35 days, our policy says 30. What do I say?"));
        thread.shows("What does the policy say about exceptions?");

        hears(
                "traveling",
                text("Five days past policy, inside the supervisor's exception range. What outcome do you want?"));
        thread.says("31-45 days if escalated. It doesn't fit and they were traveling.");
        thread.shows("What outcome do you want?");

        hears(
                "Maybe I need to escalate",
                text("Good instinct. Two ways to say it:"),
                tool(
                        "offer_approaches",
                        Map.of("approaches", List.of(way("Option A: policy first"), way("Option B: customer first")))),
                tool("coach", Map.of("note", "Position yourself as the customer's advocate.")));
        thread.says("I want to help them but also follow policy. Maybe I need to escalate?");
        thread.shows("Option B: customer first");
        noa.isTold(Desk.SUPPORT, "Position yourself as the customer's advocate.");
        assertTrue(desk.ana().posts(Desk.SUPPORT).stream().noneMatch(post -> post.says("customer's advocate")));
    }

    private void hears(String agent, Said.Part... answer) {
        claude.answersTo(agent, Said.message(answer));
    }

    private void hears(String agent, Said answer) {
        claude.answersTo(agent, answer);
    }

    private static Said.Part questions(String... questions) {
        return tool("ask_questions", Map.of("questions", List.of(questions)));
    }

    private static Said draft(String words, String change) {
        return TalkingStory.draft(words, change);
    }

    private static Map<String, Object> way(String title) {
        return Map.of(
                "title",
                title,
                "summary",
                title + ", in one sentence.",
                "pros",
                List.of("Clear"),
                "cons",
                List.of("Takes a minute"),
                "cost",
                "Nothing",
                "precedent",
                "None");
    }
}
