package dev.cowork.story;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The talk in the thread, with Claude well and with Claude ill.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class TalkingStory {
    private static final String LONG = "We look at it from every side, one after the other, and leave nothing out. "
            .repeat(40)
            .strip();

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
    void theAnswerIsSeenWhileItIsWrittenAndStandsThereWordForWord() {
        claude.takesBetweenEvents(Duration.ofMillis(15)).answersTo("from every side", Said.message(text(LONG)));
        var thread = desk.ana().cowork("Look at this from every side, please: the parcel is lost.");

        thread.sees("the beginning, still being written", post -> post.isLive() && post.says("We look at it"));
        var answer = thread.shows(LONG);

        assertEquals(LONG, answer.markdown());
        assertEquals(
                1,
                thread.posts().stream()
                        .filter(post -> post.says("We look at it"))
                        .count());
    }

    @Test
    void itAsksOffersDraftsRevisesAndLooksAhead() {
        claude.answersTo(
                "wrong item twice",
                Said.message(
                        text("Before we draft, two things."),
                        tool("ask_questions", Map.of("questions", List.of("What may you grant alone?"))),
                        tool(
                                "note_facts",
                                Map.of(
                                        "facts",
                                        List.of(Map.of(
                                                "standing",
                                                "customer_said",
                                                "statement",
                                                "They talk of a lawsuit"))))));
        claude.answersTo(
                "up to 300 dollars",
                Said.message(
                        text("Three ways to go."),
                        tool(
                                "offer_approaches",
                                Map.of(
                                        "approaches",
                                        List.of(
                                                approach("Own the failure", "Fast and honest", "Costs a refund"),
                                                approach("Hold and escalate", "Buys time", "They wait longer"))))));
        claude.answersTo("draft that please", draft("Dear customer, we regret the inconvenience caused.", ""));
        claude.answersTo(
                "too corporate", draft("I am so sorry: we got this wrong twice.", "Warmer, in the first person"));
        claude.answersTo(
                "come back at me",
                Said.message(
                        text("Be ready for this."),
                        tool(
                                "anticipate_replies",
                                Map.of(
                                        "replies",
                                        List.of(Map.of(
                                                "customer", "That is not enough.",
                                                "answer", "I hear you. Here is what I can do today.")))),
                        tool("coach", Map.of("note", "Name the failure before the remedy."))));
        var ana = desk.ana();
        var thread = ana.cowork("They got the wrong item twice and now talk about a lawyer. They paid $150.");

        thread.shows("What may you grant alone?");
        assertTrue(thread.card().says("They talk of a lawsuit") || sees(thread, "They talk of a lawsuit"));

        thread.says("I can approve up to 300 dollars.");
        var ways = thread.shows("Hold and escalate");
        assertTrue(ways.says("Buys time") && ways.says("They wait longer"), ways.words());

        thread.says("Yes, draft that please.");
        assertTrue(thread.offers("Use this").says("we regret the inconvenience caused"));

        thread.says("Good, but it feels too corporate, make it more human.");
        var revised = thread.shows("I am so sorry: we got this wrong twice.");
        assertTrue(revised.says("Version 2") && revised.has("Use this"), revised.words());
        var first = thread.shows("we regret the inconvenience caused");
        assertTrue(!first.has("Use this"), "the first draft still has its button");

        thread.says("How will they come back at me?");
        assertTrue(thread.shows("That is not enough.").says("Here is what I can do today."));
        ana.isTold(Desk.SUPPORT, "Name the failure before the remedy.");
    }

    @Test
    void anOverloadedClaudeIsToldOfAndTryAgainAnswers() {
        faltersThenAnswers(Said.overloaded(), "Claude is overloaded");
    }

    @Test
    void anAnswerCutInTheMiddleIsToldOfAndTryAgainAnswers() {
        faltersThenAnswers(
                Said.message(text("This will never be")).but(new Said.Fault.Cut(4)), "broke off in the middle");
    }

    @Test
    void aClaudeThatHangsIsToldOfAndTryAgainAnswers() {
        faltersThenAnswers(Said.hangs(), "could not be reached, or did not answer in time");
    }

    @Test
    void aRefusedKeyIsToldOf() {
        claude.answersTo("lost somewhere", Said.badKey());

        desk.ana().cowork("The parcel is lost somewhere.").shows("the key or the model's name is wrong");
    }

    @Test
    void thePlaybookStandsInWhereSomebodyWantsIt() {
        claude.answersTo("lost somewhere", Said.overloaded());
        var thread = desk.ana().cowork("The parcel is lost somewhere.");
        thread.shows("Claude is overloaded");
        var asked = claude.requestsOf("lost somewhere").size();

        thread.presses("Let the playbook answer");

        thread.shows("Answered by the playbook, not by Claude");
        assertEquals(asked, claude.requestsOf("lost somewhere").size());
        assertTrue(thread.posts().stream().noneMatch(post -> post.has("Let the playbook answer")));

        claude.answersTo("and now", Said.message(text("It is worth tracing.")));
        thread.says("Claude, and now?");
        thread.shows("It is worth tracing.");
    }

    @Test
    void aBusyClaudeIsWaitedFor() {
        claude.answersTo("lost somewhere", Said.message(text("It is worth tracing.")));
        claude.answersTo(_ -> claude.requestsOf("lost somewhere").size() <= 1, _ -> Said.rateLimited(1));

        desk.ana().cowork("The parcel is lost somewhere.").shows("It is worth tracing.");
    }

    @Test
    void aClaudeThatNamesATimeIsAskedAgainThenAndTheThreadSaysSo() {
        var isSeen = new AtomicBoolean();
        claude.answersTo("lost somewhere", Said.message(text("It is worth tracing.")));
        claude.answersTo(_ -> !isSeen.get(), _ -> Said.rateLimited(1));
        var thread = desk.ana().cowork("The parcel is lost somewhere.");

        var notice = thread.shows("Claude is busy. I try again in 1 second");
        isSeen.set(true);

        assertEquals(notice.ts(), thread.shows("It is worth tracing.").ts(), "the answer takes the notice's place");
        assertTrue(thread.isWithout("Claude is busy."));
    }

    @Test
    void eachFaultHasItsOwnSentenceAndTryAgainAnswers() {
        claude.answersTo("lost somewhere", Said.message(text("It is worth tracing.")));
        var thread = desk.ana().cowork("The parcel is lost somewhere.");
        thread.shows("It is worth tracing.");

        fails(thread, "who pays", Said.spendLimit(), "The spending limit for Claude is reached");
        fails(thread, "who refuses", Said.refuses(), "Claude declined to answer this");
        fails(thread, "who is silent", Said.nothing(), "Claude sent an empty answer");

        claude.answersTo("who is silent", Said.message(text("Long words")).stoppedBy("max_tokens"));
        thread.presses("Try again");
        var answer = thread.shows("Long words");
        assertTrue(answer.says("too long and was cut off"), answer.words());
        claude.answersTo("who drafts", Said.message(text("A draft, nearly."), Said.brokenTool("write_draft", "{\"te")));
        thread.says("So who drafts?");
        var unfit = thread.shows("A draft, nearly.");
        assertTrue(unfit.says("was not filled in properly"), unfit.words());
    }

    private void fails(CaseThread thread, String words, Said fault, String told) {
        claude.answersTo(words, fault);
        var before = claude.requestsOf("So " + words).size();
        thread.says("So " + words + "?");
        var failure = thread.shows(told);
        assertTrue(failure.has("Try again") && failure.says("Nothing you wrote is lost"), failure.words());
        assertEquals(before + 1, claude.requestsOf("So " + words).size(), "asking again would not help");
    }

    private void faltersThenAnswers(Said fault, String told) {
        claude.answersTo("lost somewhere", fault);
        var thread = desk.ana().cowork("The parcel is lost somewhere.");
        var failure = thread.shows(told);
        assertTrue(failure.has("Try again"), failure.words());

        claude.answersTo("lost somewhere", Said.message(text("It is worth tracing.")));
        thread.presses("Try again");

        thread.shows("It is worth tracing.");
        assertTrue(thread.posts().stream().noneMatch(post -> post.has("Try again")));
    }

    private static boolean sees(CaseThread thread, String words) {
        thread.sees(words, post -> post.says(words));
        return true;
    }

    private static Map<String, Object> approach(String title, String pro, String con) {
        return Map.of(
                "title",
                title,
                "summary",
                title + ", step by step.",
                "pros",
                List.of(pro),
                "cons",
                List.of(con),
                "cost",
                "About 150 dollars",
                "precedent",
                "None");
    }

    static Said draft(String words, String change) {
        return Said.message(
                text("Here it is."), tool("write_draft", Map.of("channel", "email", "text", words, "change", change)));
    }
}
