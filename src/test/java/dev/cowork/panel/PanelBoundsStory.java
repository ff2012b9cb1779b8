package dev.cowork.panel;

import static dev.cowork.panel.Spoken.position;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.knowledge.Knowledge;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.CaseThread;
import dev.cowork.story.Desk;
import dev.cowork.story.Shelves;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a panel may not: cost more than was set, and be got around while policy blocks.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class PanelBoundsStory {
    private static final WorkspaceId HERE = new WorkspaceId("TPLAY0001");
    private static final String RULE = "Gift cards are never refunded in money.";
    private static final String FILE = "policies/panel-bounds.md";
    private static final String DRAFT = "I am sorry. We look into it today.";
    private static final long ALMOST_A_DOLLAR = 990_000;

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    private final Knowledge knowledge;
    private final Database database;
    private final Shelves shelves = new Shelves();
    private Desk desk;

    PanelBoundsStory(Knowledge knowledge, DataSource source) {
        this.knowledge = knowledge;
        this.database = new Database(source);
    }

    @BeforeEach
    void open() {
        claude.forget();
        desk = Desk.open(application);
        claude.answersTo(
                _ -> true,
                _ -> Said.message(text("Let's look at it."), tool("note_facts", Map.of("facts", new Object[] {
                    Map.of(
                            "standing", "customer_said",
                            "statement", "The gift card was never used",
                            "replaces", "",
                            "answers", "")
                }))));
        says("Policy", _ -> position("Keep to the rule.", "answer_now", "credit"));
        says("Technical", _ -> position("Look at the log.", "no_view", "no_view"));
        says("Response", _ -> position("Say sorry.", "answer_now", "credit"));
        claude.answersTo("All have spoken.", Spoken.draft("Here is what we do."));
    }

    @AfterEach
    void tidy() {
        database.change("update panel set micros = 0 where workspace = ? and micros >= 900000", HERE.value());
        shelves.takeOut(HERE.value(), FILE);
    }

    private void says(String who, Function<JsonNode, Spoken> said) {
        claude.answersTo(
                words -> words.contains("You are: " + who + ".") && !words.contains("All have spoken."),
                request -> said.apply(request).said());
    }

    private CaseThread opened() {
        var thread = desk.ana().cowork("A hard one: the gift card did not work, and they are furious.");
        thread.shows("Let's look at it.");
        return thread;
    }

    private void calls(CaseThread thread) {
        desk.ana().presses(thread.card(), "Call the specialists");
    }

    private String sessionOf(CaseThread thread) {
        return database.one(
                "select id::text from session where thread_ts = ? and workspace = ?", thread.root(), HERE.value());
    }

    private int costs(CaseThread thread, long micros) {
        return database.change("update panel set micros = ? where session = ?::uuid", micros, sessionOf(thread));
    }

    private long positionsAsked() {
        return claude.requests().stream()
                .filter(it -> it.path("tool_choice").path("name").asText().equals("take_position"))
                .count();
    }

    @Test
    void nobodyIsAskedWhereTheCallCouldCostMoreThanItMay() {
        var spoken = new CountDownLatch(1);
        claude.answersTo(words -> words.contains("Hold on a moment"), _ -> afterwards(spoken));
        var thread = opened();
        thread.says("Hold on a moment, I look it up.");
        calls(thread);
        Eventually.is("the panel waits for the partner's answer", () -> costs(thread, ALMOST_A_DOLLAR) == 1);

        spoken.countDown();

        var end = thread.shows("*The specialists end here*: Policy, Technical and Response are missing.");
        assertTrue(
                thread.shows("✗ *Policy* is missing: a call may cost no more than $1.00")
                        .says("✗ *Response* is missing: a call may cost no more than $1.00"),
                end.words());
        thread.sees(
                "the partner goes on",
                post -> post.says("Let's look at it.") && post.ts().compareTo(end.ts()) > 0);
        assertEquals(0, positionsAsked());
    }

    private static Said afterwards(CountDownLatch spoken) {
        try {
            spoken.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return Said.message(text("I see."));
    }

    @Test
    void whereTheMoneyOfACallIsUsedUpTheirPositionsStandAndThePartnerWrites() {
        says(
                "Technical",
                _ -> position("It was used.", "no_view", "no_view").sees("F1", "false", "The log has a purchase."));
        claude.answersTo("Write the draft under all of it", Said.message(text("Then I write it myself.")));
        var thread = opened();
        says("Response", _ -> {
            costs(thread, ALMOST_A_DOLLAR);
            return position("Send a new card.", "answer_now", "credit").sees("F1", "true", "They say so, twice.");
        });

        calls(thread);

        thread.shows("*Second round*\n✗ *Technical* is missing: a call may cost no more than $1.00");
        var card = thread.sees("what to decide", post -> post.says("They disagree") && post.has("Find out first"));
        assertTrue(card.says("Technical says *false*, The log has a purchase."), card.words());
        thread.presses("Find out first");
        thread.shows("Then I write it myself.");
        assertEquals(3, positionsAsked(), "the second round and the draft are left out");
    }

    @Test
    void atTheLimitOfADayNobodyIsCalledAnyMore() {
        var thread = opened();
        calls(thread);
        thread.sees("the draft", post -> post.says("Here is what we do.") && post.has("Use this"));
        costs(thread, 10_000_000);

        calls(thread);

        desk.ana().isTold(Desk.SUPPORT, "Today's limit for the specialists, $10.00, is reached.");
        thread.says("Then you.");
        thread.sees("the partner goes on", post -> post.says("Let's look at it.") && !post.has("Use this"));
        assertEquals(3, positionsAsked());
    }

    @Test
    void noDraftIsTakenWhileABlockIsUndecided() {
        shelves.bring(HERE.value(), FILE, "# Gift cards\n\n## Gift cards in money\n" + RULE + "\n");
        var clause = knowledge.find(HERE, RULE, 10).stream()
                .filter(passage -> passage.path().equals(FILE))
                .findFirst()
                .orElseThrow()
                .ref();
        says(
                "Policy",
                _ -> position("Do not pay it out.", "answer_now", "credit")
                        .blocks("Pay the gift card out in money", "refund", clause, RULE));
        claude.answersTo(
                words -> words.contains("Write it, please.") && !words.contains("You are: "), _ -> Spoken.draft(DRAFT));
        var thread = opened();
        thread.says("Write it, please.");
        thread.sees("a draft from before", post -> post.says(DRAFT) && post.has("Use this"));
        calls(thread);
        thread.offers("Keep to the policy");

        thread.presses("Use this");

        thread.shows("The specialists blocked this by policy, and nobody has decided about it:"
                + " Pay the gift card out in money");
        assertTrue(thread.isWithout("to copy"));
        thread.presses("Keep to the policy");
        thread.sees("the new draft", post -> post.says("Here is what we do.") && post.has("Use this"));
        thread.presses("Use this");
        thread.sees("the words", post -> post.says("Here is what we do.") && !post.has("Use this"));
    }
}
