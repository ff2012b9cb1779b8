package dev.cowork.browser;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole way in the playground's page, in a real browser, with pictures in `target/screenshots`.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class BrowserStory {
    private static final String REASON = "Second damaged shipment in three months.";

    @TestHTTPResource("/")
    URI application;

    StandInClaude claude;

    @BeforeEach
    void open() {
        if (Page.installed().isEmpty()) {
            var why = "no Chromium is installed: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            Assumptions.abort(why);
        }
        claude.forget();
        claude.takesBetweenEvents(Duration.ofMillis(5)).answersTo(_ -> true, BrowserStory::answer);
        Desk.open(application);
    }

    @Test
    void theWholeWayInThePage() {
        try (var page = new Page(Page.installed().orElseThrow(), application)) {
            opens(page);
            talks(page);
            decides(page);
            closes(page);
        }
    }

    private static void opens(Page page) {
        for (var person : List.of("Ana Ribeiro", "Noa Lindqvist", "Sam Okafor", "Mia Castellanos")) {
            page.actsAs(person);
        }
        page.actsAs("Ana Ribeiro");
        for (var channel : List.of("support-approvals", "claude-support-tips", "support")) {
            page.opensChannel(channel);
        }
        page.types("/cowork ");
        page.seesModal("Start a session");
        page.chooses("What kind of ticket is it?", "Complex problem");
        page.seesInModal("SYMPTOMS");
        page.chooses("What kind of ticket is it?", "Difficult customer");
        page.seesInModal("SITUATION");
        page.picture("opening-form");
        page.enters("SITUATION", "$300 item arrived damaged, second time in 3 months. Furious.");
        page.enters("Amount at stake", "a lot");
        page.submits();
        page.seesInModal("I cannot read this amount");
        page.picture("bad-input");
        page.enters("Amount at stake", "$300");
        page.submits();
        page.seesNoModal();
        page.seesInChannel("Difficult customer");
        page.picture("case-card");
    }

    private static void talks(Page page) {
        page.opensThreadOf("Difficult customer");
        page.seesInThread("What may you grant alone?");
        page.typesInThread("I can grant 100 dollars. What can we do?");
        page.seesInThread("Replace and make good");
        page.picture("approaches");
        page.typesInThread("Draft it, please.");
        page.seesInThread("We regret the inconvenience");
        page.typesInThread("Too corporate, make it more human.");
        page.seesInThread("I am so sorry, twice is twice too often.");
        page.picture("draft");
    }

    private static void decides(Page page) {
        page.typesInThread("What should I ask my supervisor for?");
        page.seesInThread(REASON);
        page.pressesInThread("Send to supervisor");
        page.seesInThread("Sent to supervisor by");
        page.actsAs("Sam Okafor");
        page.opensChannel("support-approvals");
        page.seesInChannel(REASON);
        page.picture("proposal");
        page.pressesInChannel("Approve");
        page.seesInChannel("Approved by");
        assertFalse(page.hasInChannel("Approve"), "the settled card still has its buttons");
        page.picture("approved");
    }

    private static void closes(Page page) {
        page.actsAs("Ana Ribeiro");
        page.opensChannel("support");
        page.opensThreadOf("Difficult customer");
        page.seesInThread("Good news: tell them today.");
        page.pressesInThread("Close session");
        page.seesModal("Close session");
        page.chooses("How did it end?", "Resolved");
        page.submits();
        page.seesNoModal();
        page.seesInThread("You asked before you promised.");
        page.picture("debrief");
        page.pressesInThread("Share tip");
        page.seesModal("Share a tip");
        page.enters("Tip", "Say when they hear from you, and keep it.");
        page.submits();
        page.seesNoModal();
        page.opensChannel("claude-support-tips");
        page.seesInChannel("Say when they hear from you, and keep it.");
        page.picture("tip");
    }

    private static Said answer(JsonNode request) {
        if (request.path("tools").findValuesAsText("name").contains("look_back")) {
            return lookedBack();
        }
        var words = StandInClaude.lastWords(request);
        if (words.contains("[decision] Approved")) {
            return Said.message(text("Good news: tell them today."));
        }
        if (words.contains("What should I ask")) {
            return suggested();
        }
        if (words.contains("Too corporate")) {
            return draft("I am so sorry, twice is twice too often.", "Warmer");
        }
        if (words.contains("Draft it")) {
            return draft("We regret the inconvenience.", "");
        }
        return words.contains("What can we do") ? approaches() : questions();
    }

    private static Said questions() {
        return Said.message(
                text("Two damaged shipments: **let us get this right**."),
                tool("ask_questions", Map.of("questions", List.of("What may you grant alone?"))));
    }

    private static Said approaches() {
        return Said.message(
                text("Two ways to go."),
                tool(
                        "offer_approaches",
                        Map.of("approaches", List.of(approach("Replace and make good"), approach("Refund in full")))));
    }

    private static Map<String, Object> approach(String title) {
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
                "About 150 dollars",
                "precedent",
                "None");
    }

    private static Said draft(String words, String change) {
        return Said.message(
                text("Here it is."), tool("write_draft", Map.of("channel", "email", "text", words, "change", change)));
    }

    private static Said suggested() {
        return Said.message(text("I would ask for this."), refund("150.00", REASON));
    }

    private static Said lookedBack() {
        return Said.message(tool(
                "look_back",
                Map.of(
                        "done_well", "You asked before you promised.",
                        "could_be_better", "Name a time.",
                        "pattern", "Damage comes in pairs.",
                        "tip", "Say when they hear from you.")));
    }
}
