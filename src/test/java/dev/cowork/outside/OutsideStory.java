package dev.cowork.outside;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The main job against a Slack nobody here wrote the bot for: no streaming, no status, a handful of methods.
@Tag("process")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideStory {
    private static final String ANSWER =
            "Two wrong deliveries in a row.\n\n**What I would do:** own the failure <now>, "
                    + "don't wait & offer a real remedy.\n\n"
                    + "Each step has its reason, and each reason its limit. "
                            .repeat(60)
                            .strip();
    private static final String REASON = "Two wrong deliveries and a loyal customer.";

    @TempDir
    static Path home;

    private final PlainSlack slack = new PlainSlack();
    private final StandInClaude claude = new StandInClaude();
    private Program program;
    private Visitor agent;
    private Visitor boss;

    @BeforeAll
    void start() throws IOException {
        Needed.program();
        var environment = new HashMap<>(slack.environment());
        environment.putAll(Map.of(
                "ANTHROPIC_API_KEY", "sk-standin",
                "ANTHROPIC_BASE_URL", claude.url(),
                // As where the dashboard is signed in to with Slack.
                "SLACK_CLIENT_ID", "1111.2222",
                "SLACK_CLIENT_SECRET", "an-outside-client-secret",
                "COWORK_SLACK_LIVE_UPDATE_INTERVAL", "300ms",
                "COWORK_SUPERVISORS", Visitor.BOSS));
        program = Program.start(home, Program.freePort(), environment);
        var door = program.address().resolve("slack/events");
        agent = new Visitor(door, slack, Visitor.AGENT);
        boss = new Visitor(door, slack, Visitor.BOSS);
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.kill();
        }
        claude.close();
        slack.close();
    }

    @Test
    void nobodyInstallsItWhereOneTokenIsSetForAll() {
        given().get(program.address().resolve("slack/install")).then().statusCode(404);
        given().queryParam("code", PlainSlack.TEAM + ":U0STRAY")
                .queryParam("state", "s")
                .get(program.address().resolve("slack/oauth_redirect"))
                .then()
                .statusCode(404);
    }

    @Test
    void theWholeWayByPostAndUpdate() {
        claude.takesBetweenEvents(Duration.ofMillis(5)).speaksInPiecesOf(40);
        claude.answersTo(_ -> true, OutsideStory::answer);

        agent.types("/cowork", "They ordered Product A and received Product B, twice. They paid $150.", "C0SUPPORT");
        var card = agent.sees("the case card", message -> Screen.hasButton(message, "Close session"));
        var root = card.path("ts").asText();
        var answer = agent.sees(
                "the answer", message -> in(root, message) && words(message).equals(ANSWER));
        assertEquals(
                1,
                slack.messages().stream()
                        .filter(message -> Screen.shows(message, "Two wrong deliveries in a row."))
                        .count());
        assertTrue(slack.called().contains("chat.update"), "the answer was not written while it came");

        agent.says("C0SUPPORT", root, "What compensation should I recommend?");
        var suggestion = agent.sees(
                "the suggestion", message -> in(root, message) && Screen.hasButton(message, "Send to supervisor"));
        assertTrue(Screen.shows(suggestion, REASON));
        assertFalse(inChannel("C0APPROVE", "150.00"), "something was sent before anybody pressed");

        agent.presses(suggestion, "Send to supervisor");
        var proposal =
                boss.sees("the proposal", message -> at("C0APPROVE", message) && Screen.hasButton(message, "Approve"));
        for (var shown : List.of("150.00", "USD", REASON)) {
            assertTrue(Screen.shows(proposal, shown), shown + " is missing on:\n" + Screen.of(proposal));
        }

        agent.presses(proposal, "Approve");
        agent.sees("still undecided", message -> at("C0APPROVE", message) && Screen.hasButton(message, "Approve"));
        boss.presses(proposal, "Approve");
        var settled = boss.sees(
                "the settled proposal", message -> at("C0APPROVE", message) && Screen.shows(message, "Approved"));
        assertFalse(Screen.hasButton(settled, "Approve"));
        agent.sees("the decision in the thread", message -> in(root, message) && Screen.shows(message, "Approved"));
        agent.sees(
                "the partner goes on", message -> in(root, message) && Screen.shows(message, "Good. Tell them today."));

        var form = agent.modal(agent.presses(card, "Close session"));
        agent.submits(form, Map.of("How did it end?", "Resolved"));
        var debrief = agent.sees("the debrief", message -> in(root, message) && Screen.hasButton(message, "Share tip"));
        assertTrue(Screen.shows(debrief, "You owned it at once."));

        var tip = agent.modal(agent.presses(debrief, "Share tip"));
        agent.submits(tip, Map.of("Tip", "Check the label before you send a replacement."));
        agent.sees(
                "the tip",
                message -> at("C0TIPS00", message)
                        && Screen.shows(message, "Check the label before you send a replacement."));
        assertTrue(answer.path("thread_ts").asText().equals(root));
    }

    private static Said answer(JsonNode request) {
        if (request.path("tools").findValuesAsText("name").contains("look_back")) {
            return lookedBack();
        }
        var words = StandInClaude.lastWords(request);
        if (words.contains("[decision] Approved")) {
            return Said.message(text("Good. Tell them today."));
        }
        if (words.contains("What compensation")) {
            return Said.message(text("Here is what I would ask for."), refund("150.00", REASON));
        }
        return Said.message(text(ANSWER));
    }

    private static Said lookedBack() {
        return Said.message(tool(
                "look_back",
                Map.of(
                        "done_well", "You owned it at once.",
                        "could_be_better", "Escalate sooner.",
                        "pattern", "Two errors in a row.",
                        "tip", "Check the label.")));
    }

    private boolean inChannel(String channel, String words) {
        return slack.messages().stream().anyMatch(message -> at(channel, message) && Screen.shows(message, words));
    }

    private static boolean at(String channel, JsonNode message) {
        return message.path("channel").asText().equals(channel);
    }

    private static boolean in(String root, JsonNode message) {
        return message.path("thread_ts").asText().equals(root);
    }

    /// The Markdown of a message, exactly.
    private static String words(JsonNode message) {
        var words = new StringBuilder();
        for (var block : message.path("blocks")) {
            if (block.path("type").asText().equals("markdown")) {
                words.append(block.path("text").asText());
            }
        }
        return words.toString();
    }
}
