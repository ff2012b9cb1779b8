package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
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

/// The guide's three conversations, with what Claude says in them put into its mouth. Each step of the guide is a
/// step of a story, marked there by its letter and number.
///
/// | step | in the guide | seen here |
/// | --- | --- | --- |
/// | A1 | the agent tells of an angry customer and asks for the play | `/cowork TEXT` opens the case |
/// | A2 | the partner names how serious it is and breaks it down | its words; facts on the card; why it is worked
/// together |
/// | A3 | no loaded words, no admission; escalate | the legal threat brings up an escalation by itself |
/// | A4 | asks for the agent's authority | a question, ticked when the agent answers |
/// | A5 | escalate first, or resolve? | both: an escalation to send, with a holding reply |
/// | A6 | the holding reply is drafted | version 1, with what else the customer may say |
/// | A7 | "too corporate, make it more human" | version 2 says in one line what changed; it can be taken back |
/// | A8 | plan the compensation for the supervisor | a suggestion, sent by a press; the draft that promises it is
/// locked |
/// | A9 | the conversation goes on | approved, the draft says exactly that and may be used |
/// | A10 | coaching on de-escalation | HEARD, before Ana's eyes alone |
/// | B1 | a fault, and no idea where to start | the form of a complex problem, with what was tried |
/// | B2 | simple things first, as questions | a list of questions, one of them answered by a press |
/// | B3 | several devices: no browser problem | ruled out and tried stand on the card, the causes in order |
/// | B4 | account status check | the next round; nothing is asked that the ledger answers |
/// | B5 | "shouldn't we see failed attempts?" | the partner takes the contradiction up, the order changes |
/// | B6 | verify: screenshot, copy the address | a draft to the customer that states no guess as a fact |
/// | C1 | a new agent's first return request | the form of a training |
/// | C2 | think first: four questions, no draft | questions and nothing to send |
/// | C3 | look into the knowledge base | "don't know" is an answer, the rest is told in the thread |
/// | C4 | "what outcome do you want?" | a question, no answer given |
/// | C5 | two ways to say it | two approaches, with what speaks for and against each |
/// | C6 | the agent chooses, the partner says why it is better | `Choose this`; coaching for Noa alone |
/// | C7 | the agent's own words first, then a draft together | the draft begins with what Noa wrote |
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class UseCaseStory {
    private static final String HOLDING =
            "We acknowledge the failure and apologise. My supervisor is reviewing this; you"
                    + " hear from us within 2 hours.";

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
        // A1
        hears(
                "AGAIN received Product B",
                text("This is serious: two shipping errors plus legal language. Acknowledge, own it, admit nothing."),
                facts(
                        fact("customer_said", "They speak of lawsuits and emotional distress"),
                        fact("verified", "Paid $150")),
                questions("What's your authority level for compensation on this?"));
        var ana = desk.ana();
        var thread = ana.cowork(
                "I have an extremely angry customer situation. They ordered Product A, received Product B, we"
                        + " sent replacement, they AGAIN received Product B. Now they're talking about lawsuits and 'emotional"
                        + " distress.' They paid $150. What's our play here?");

        // A2
        thread.shows("two shipping errors plus legal language");
        thread.sees(
                "the case on its card",
                card -> card.ts().equals(thread.root())
                        && card.says("Paid $150")
                        && card.says("Worked out together: angry or escalated customer (“extremely angry”)"));
        // A3
        thread.sees(
                "the escalation",
                post -> post.says("The customer speaks of legal steps") && post.has("Send to supervisor"));
        // A4
        var asked = thread.offers("Answer");
        assertTrue(asked.says("What's your authority level for compensation on this?"), asked.words());

        // A5
        hears(
                "Should I escalate first",
                text("Both: escalate, and answer at once. Acknowledge, apologise, give a time. Want me to draft that?"),
                tool(
                        "note_facts",
                        Map.of(
                                "facts",
                                List.of(Map.of(
                                        "standing", "assumed",
                                        "statement", "Ana may approve up to $300 in refunds or credit",
                                        "replaces", "",
                                        "answers", "What's your authority level for compensation on this?")))));
        thread.says("I can approve up to $300 in refunds/credit. Should I escalate first or try to resolve?");
        thread.shows("Both: escalate, and answer at once.");
        thread.sees("the question ticked", post -> post.ts().equals(asked.ts()) && post.says("All answered."));

        // A6
        hears(
                "draft that please",
                text("Here it is, and what may come back."),
                draft(HOLDING, ""),
                tool(
                        "anticipate_replies",
                        Map.of(
                                "replies",
                                List.of(Map.of(
                                        "customer", "Why does it take two hours?",
                                        "answer", "Because I want it to be final.")))));
        thread.says("Yes, draft that please.");
        thread.sees("version 1", post -> post.says(HOLDING) && post.says("Version 1"));
        thread.shows("Because I want it to be final.");

        // A7
        hears(
                "more human",
                draft(
                        "My name is Ana and I stay with you on this. Twice is twice too often, and I am sorry.",
                        "In the first person, no set phrases"));
        thread.says("This is good but feels too corporate. Can we make it more human?");
        var human = thread.sees("version 2", post -> post.says("Twice is twice too often") && post.says("Version 2"));
        assertTrue(human.says("In the first person, no set phrases"), human.words());
        assertTrue(human.has("Take back"), human.words());

        // A8
        hears(
                "compensation package",
                text("A full refund and the right item by courier."),
                refund("150.00", "Two errors of ours in a row."),
                draft("We are refunding $150.00 to you.", "Names the refund"));
        thread.says("Perfect. Now let's plan what compensation package to recommend to my supervisor.");
        thread.sees("the draft that promises", post -> post.says("We are refunding $150.00") && post.has("Use this"));
        thread.presses("Use this");
        thread.shows("cannot be used yet");
        var suggestion = thread.sees(
                "the compensation",
                post -> post.says("Two errors of ours in a row.") && post.has("Send to supervisor"));
        ana.presses(suggestion, "Send to supervisor");

        // A9
        hears(
                "[decision] Approved",
                text("Sam agreed: exactly that, no more."),
                draft("We are refunding $150.00 to you, and I call you today.", "Says exactly what was approved"));
        var sam = desk.sam();
        sam.presses(
                sam.sees(
                        Desk.APPROVALS,
                        "the proposal",
                        post -> post.says("Two errors of ours in a row.") && post.has("Approve")),
                "Approve");
        var granted =
                thread.sees("the last version", post -> post.says("and I call you today") && post.has("Use this"));
        ana.presses(granted, "Use this");
        thread.sees("it used", post -> post.ts().equals(granted.ts()) && post.says("Used by"));

        // A10
        hears(
                "de-escalation tactics",
                text("One thing, for your eyes only."),
                tool("coach", Map.of("note", "HEARD: name what happened to them before you say what you do.")));
        thread.says("Coach me on de-escalation tactics.");
        ana.isTold(Desk.SUPPORT, "HEARD: name what happened to them");
        assertTrue(sam.posts(Desk.SUPPORT).stream().noneMatch(post -> post.says("HEARD: name what happened")));
    }

    @Test
    void complexTechnicalTroubleshooting() {
        // B1
        hears(
                "swear the password is correct",
                text("Let's diagnose this systematically, simple things first."),
                questions(
                        "Are they checking the spam folder for the reset mail?",
                        "Are they using the correct mail address?",
                        "Have they tried a different browser or device?"));
        var ana = desk.ana();
        var form = ana.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "Complex problem");
        var thread = ana.opens(
                form,
                Map.of(
                        "SYMPTOMS",
                        "Customer can't access their account: 'Invalid credentials', but they swear the password is correct.",
                        "WHAT I'VE TRIED",
                        "Reset, but the mail never came."));

        // B2
        thread.shows("simple things first");
        thread.sees("why it is worked together", card -> card.says("Worked out together: technical troubleshooting"));
        var first = thread.offers("Don't know");
        assertTrue(first.says("Have they tried a different browser or device?"), first.words());

        // B3
        hears(
                "phone and computer",
                text("Same error on several devices: account level, not the browser."),
                facts(
                        fact("tried", "Spam folder checked"),
                        fact("ruled_out", "Browser or cache"),
                        fact("verified", "The order number is 4711")),
                causes("The account is locked", "The address is misspelt", "They are on the wrong site"),
                questions(
                        "Is the account active, locked or suspended?",
                        "Any failed attempts logged?",
                        "Which order number is it?"));
        thread.says("They checked spam, using correct email, tried phone and computer - same error on both.");
        thread.sees(
                "what is ruled out, and the causes in order",
                card -> card.ts().equals(thread.root())
                        && card.says("Browser or cache")
                        && card.says("Spam folder checked")
                        && card.says("1. The account is locked")
                        && card.says("3. They are on the wrong site"));
        // B4
        var second =
                thread.sees("the next round", post -> post.says("Any failed attempts logged?") && post.has("Answer"));
        assertFalse(second.says("Which order number is it?"), second.words());

        // B5
        hears(
                "no failed attempts",
                text("Excellent catch: no failed attempt and that error do not fit together. That is the lead."),
                facts(
                        fact("ruled_out", "The account is locked"),
                        fact("assumed", "The customer logs in at another site than ours")),
                causes("They are on the wrong site", "The address is misspelt"));
        thread.says(
                "Account shows active, no failed attempts logged, last login was 3 days ago. That's weird - if they're"
                        + " trying to log in, shouldn't we see failed attempts?");
        thread.shows("do not fit together");
        thread.sees(
                "the new order",
                card -> card.ts().equals(thread.root())
                        && card.says("1. They are on the wrong site")
                        && !card.says("1. The account is locked"));

        // B6
        hears(
                "Getting that now",
                draft(
                        "Please send me a screenshot of the whole page, and copy (do not retype) the address you use.",
                        ""));
        thread.says("Smart! Getting that now, draft what I ask them.");
        var careful = thread.sees("the draft", post -> post.says("screenshot of the whole page"));
        assertFalse(careful.says("States as a fact"), careful.words());
        hears(
                "tell them the cause",
                draft("Hello. The customer logs in at another site than ours.", "Names the cause"));
        thread.says("Now tell them the cause.");
        thread.shows("States as a fact what is only assumed");
    }

    @Test
    void trainingANewAgent() {
        // C1
        hears(
                "first return request",
                text("Great! Before we craft a response, let's think the decision through."),
                questions(
                        "Why are they returning it: defective, or changed mind?",
                        "Is this a first-time customer or a regular?",
                        "What is the value of the item?",
                        "What does the policy say about exceptions?"));
        var noa = desk.noa();
        var form = noa.typesForForm("/cowork", Desk.SUPPORT).choose("What kind of ticket is it?", "Training");
        var thread = noa.opens(
                form,
                Map.of(
                        "SCENARIO",
                        "I'm new and this is my first return request. Customer wants to return after 35 days, our policy says"
                                + " 30. What do I say?"));
        // C2
        thread.shows("let's think the decision through");
        var think = thread.offers("Don't know");
        assertTrue(think.says("What does the policy say about exceptions?"), think.words());
        assertTrue(thread.posts().stream().noneMatch(post -> post.has("Use this")), "think first, then write");

        // C3, C4
        noa.presses(think, "Don't know");
        thread.sees("that nobody knows", post -> post.ts().equals(think.ts()) && post.says("Not known"));
        hears(
                "31-45 days if escalated",
                text("Five days past policy, inside the supervisor's exception range. What outcome do you want?"));
        thread.says("It says 31-45 days if escalated to a supervisor. It doesn't fit and they were traveling.");
        thread.shows("What outcome do you want?");

        // C5
        hears(
                "Maybe I need to escalate",
                text("Good instinct: it needs a supervisor. Which way will make the customer feel better?"),
                tool(
                        "offer_approaches",
                        Map.of(
                                "approaches",
                                List.of(
                                        way("Customer first", "You are their advocate", "A little longer"),
                                        way("Policy first", "Short and correct", "Feels rigid")))));
        thread.says("I want to help them but also follow policy. Maybe I need to escalate?");
        var ways = thread.sees("two ways", post -> post.says("1. Customer first") && post.says("Feels rigid"));
        assertTrue(ways.has("Choose this"), ways.words());

        // C6
        hears(
                "Let's take approach",
                text("Exactly: it says the same and puts you beside them. What would you say first?"),
                tool(
                        "coach",
                        Map.of("note", "LAST at work: you listen, apologise, solve, thank, and promise nothing.")));
        noa.presses(ways, "Choose this");
        thread.shows("What would you say first?");
        noa.isTold(Desk.SUPPORT, "LAST at work");
        assertTrue(desk.ana().posts(Desk.SUPPORT).stream().noneMatch(post -> post.says("LAST at work")));

        // C7
        hears(
                "I want to help you with this return",
                text("That is a good start, and it is yours. I only went on from it."),
                draft(
                        "Hi Kim, I want to help you with this return. I am asking my supervisor about the exception.",
                        ""));
        thread.says("Hi Kim, I want to help you with this return.");
        var own =
                thread.sees("the first draft", post -> post.says("Hi Kim, I want to help you") && post.has("Use this"));
        assertTrue(own.says("Version 1"), own.words());
        assertEquals(5, claude.requestsOf("return after 35 days").size(), "one request for each thing Noa said");
    }

    private void hears(String agent, Said.Part... answer) {
        claude.answersTo(agent, Said.message(answer));
    }

    private static Said.Part questions(String... questions) {
        return tool("ask_questions", Map.of("questions", List.of(questions)));
    }

    private static Said.Part facts(Map<?, ?>... facts) {
        return tool("note_facts", Map.of("facts", List.of(facts)));
    }

    private static Map<String, String> fact(String standing, String statement) {
        return Map.of("standing", standing, "statement", statement, "replaces", "", "answers", "");
    }

    private static Said.Part causes(String... causes) {
        return tool(
                "rank_causes",
                Map.of(
                        "causes",
                        List.of(causes).stream()
                                .map(cause -> Map.of("cause", cause, "check", "Look at it"))
                                .toList()));
    }

    private static Said.Part draft(String words, String change) {
        return tool(
                "write_draft",
                Map.of("channel", "email", "text", words, "change", change, "promises", List.of(), "language", "en"));
    }

    private static Map<String, Object> way(String title, String pro, String con) {
        return Map.of(
                "title",
                title,
                "summary",
                title + ", in one sentence.",
                "pros",
                List.of(pro),
                "cons",
                List.of(con),
                "cost",
                "Nothing",
                "precedent",
                "None",
                "grants",
                "none");
    }
}
