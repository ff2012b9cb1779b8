package dev.cowork.session;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The company's knowledge in a session: what it says is cited, what it does not say is a gap, what is internal stays
/// so.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class ConsultingStory {
    private static final Pattern PASSAGE = Pattern.compile("\\[(K-[a-z]{8})] Kettles › Return window");

    private StandInClaude claude;
    private final Gaps gaps;

    ConsultingStory(Gaps gaps) {
        this.gaps = gaps;
    }

    @ApplicationScoped
    static class Gaps {
        private final List<GapNoted> noted = new CopyOnWriteArrayList<>();

        void on(@Observes GapNoted gap) {
            noted.add(gap);
        }

        List<GapNoted> noted() {
            return noted;
        }
    }

    @BeforeEach
    void bring() {
        claude.forget();
        call(
                "story-kettles.md",
                "policy",
                false,
                "# Kettles\n## Return window\nKettles come back within 33 days.\n## Descaling\nOnce a month.");
        call("story-team.md", "article", true, "# Team\n## Margin\nA kettle costs us eleven dollars and forty cents.");
        call("story-tone.md", "tone", false, "We sound like a neighbour with a kettle.");
        call("story-forbidden.txt", "forbidden", false, "kindly => please");
    }

    @AfterEach
    void takeOut() {
        for (var path : List.of("story-kettles.md", "story-team.md", "story-tone.md", "story-forbidden.txt")) {
            given().delete("/api/knowledge?workspace=TPLAY0001&path=" + path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whatTheKnowledgeSaysIsCitedReadAndKeptFromTheCustomerWhereItIsInternal() {
        claude.answersTo(words -> words.contains("kettle from five weeks ago"), request -> {
            var ref = ref(request.toString());
            return Said.message(
                    text("Our policy gives them 33 days [" + ref
                            + "]. Our policy covers shipping as well. See [K-bbbbbbbb]."),
                    tool(
                            "write_draft",
                            Map.of(
                                    "channel", "email",
                                    "text",
                                            "Kindly note: a kettle costs us eleven dollars and forty cents [" + ref
                                                    + "].",
                                    "change", "")));
        });

        var it = Case.opened("customer returns a kettle from five weeks ago");

        var answer = it.shows("Our policy gives them 33 days [Return window].");
        assertTrue(
                answer.toString()
                        .contains(
                                "Says what a policy is and not where it stands: “Our policy covers shipping as well.”"),
                answer.toString());
        assertTrue(answer.toString().contains("There is no passage K-bbbbbbbb in our knowledge."), answer.toString());
        it.presses(answer, "Read: Return window");
        assertTrue(
                it.modal().toString().contains("Kettles come back within 33 days."),
                it.modal().toString());
        var request = claude.lastRequestOf("customer returns a kettle");
        assertTrue(request.path("system").path(1).toString().contains("like a neighbour with a kettle"));
        assertTrue(request.toString().contains("Margin (internal: never in a draft)"), request.toString());

        var draft = it.shows("a kettle costs us eleven dollars");
        assertTrue(
                draft.toString()
                        .contains("“Kindly” is among the words that the company does not use. Put instead: “please”"),
                draft.toString());
        assertTrue(draft.toString().contains("stands in an internal text, “Team › Margin”"), draft.toString());
        assertFalse(draft.toString().contains("K-"), draft.toString());
        it.presses(draft, "Use this");
        var locked = it.shows("It has words of internal texts:");
        assertTrue(locked.toString().contains("a kettle costs us eleven dollars"), locked.toString());
        assertTrue(it.lacks("Used by"));
        it.presses(draft, "Put it that way");
        it.shows("Please note");
    }

    @Test
    void whatIsNotThereIsLookedUpFirstAndThenAGap() {
        claude.answersTo(
                words -> words.contains("toaster question"),
                _ -> Said.message(
                        text("Let me look."), tool("look_up", Map.of("query", "When do kettles come back?"))));
        claude.answersTo(
                String::isEmpty,
                request -> Said.message(
                        text("Nothing is known about toasters."),
                        tool("note_gap", Map.of("question", "How long may a toaster come back?"))));

        var it = Case.opened("a toaster question");

        it.shows("Nothing is known about toasters.");
        var gap = it.shows("How long may a toaster come back?");
        assertTrue(gap.toString().contains("Not in our knowledge"), gap.toString());
        var results =
                claude.lastRequestOf("a toaster question").path("messages").findParents("tool_use_id");
        assertTrue(results.toString().contains("Kettles come back within 33 days."), results.toString());
        assertTrue(results.toString().contains("<data-"), results.toString());
        assertEquals(
                1,
                gaps.noted().stream()
                        .filter(it2 -> it2.question().equals("How long may a toaster come back?"))
                        .count());
    }

    private static String ref(String request) {
        var found = PASSAGE.matcher(request);
        assertTrue(found.find(), request);
        return found.group(1);
    }

    private static void call(String path, String kind, boolean internal, String body) {
        given().contentType("text/markdown; charset=utf-8")
                .body(body)
                .post("/api/knowledge?workspace=TPLAY0001&path=" + path + "&kind=" + kind + "&internal=" + internal)
                .then()
                .statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification given() {
        return RestAssured.given().header("Authorization", "Bearer test-knowledge-key-0000");
    }
}
