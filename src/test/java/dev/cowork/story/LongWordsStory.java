package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Database;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing fails because somebody wrote a lot: every field full, every move of the partner's far too long, and Slack's
/// limits held by the local Slack as by the real one.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class LongWordsStory {
    private static final Set<String> TOO_MUCH =
            Set.of("invalid_blocks", "msg_too_long", "invalid_arguments", "invalid_metadata_format", "view_too_large");

    @TestHTTPResource("/")
    URI application;

    @Inject
    DataSource source;

    StandInClaude claude;

    private Desk desk;
    private Database database;
    private long deadBefore;

    @BeforeEach
    void open() {
        claude.forget();
        claude.speaksInPiecesOf(400).answersTo(_ -> true, LongWordsStory::answer);
        desk = Desk.open(application);
        database = new Database(source);
        deadBefore = dead();
    }

    @Test
    void theLongestWordsArriveWherever() {
        var ana = desk.ana();
        var form = ana.typesForForm("/cowork", Desk.SUPPORT);
        var thread = ana.opens(
                form,
                Map.of(
                        "SITUATION", full("situation"),
                        "CONSTRAINTS", full("constraints"),
                        "GOAL", full("goal"),
                        "Ticket reference", "T".repeat(200),
                        "Customer", "<&>".repeat(66)));

        thread.shows("the end of the answer");
        thread.shows("the end of question 11");
        thread.shows("the end of approach 3");
        thread.shows("the end of the draft");
        thread.shows("the end of reply 11");
        ana.isTold(Desk.SUPPORT, "For you only");
        thread.says(full("more"));
        assertWordForWord(thread);

        thread.presses("Send to supervisor");
        var card = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
        var decline = desk.sam().pressesForForm(card, "Decline");
        decline.submit(Map.of(decline.fields().getFirst(), full("declined")));
        thread.sees("the decision", post -> post.says("Declined"));

        thread.closes("Resolved");
        thread.offers("Share tip");
        noneWasTooMuch();
    }

    private void assertWordForWord(CaseThread thread) {
        var shown = thread.posts().stream()
                .filter(post -> post.markdown().contains("answer word"))
                .map(Post::markdown)
                .collect(Collectors.joining());
        var written = many("answer word", 4_000) + "the end of the answer";
        assertTrue(shown.contains(written), "the answer is not there word for word: " + shown.length() + " characters");
    }

    private void noneWasTooMuch() {
        var refused = desk.slack().calls(0).stream()
                .filter(call ->
                        TOO_MUCH.contains(call.path("response").path("error").asText()))
                .map(call -> call.path("method") + ": " + call.path("response"))
                .toList();
        assertEquals(List.of(), refused);
        assertEquals(
                deadBefore,
                dead(),
                () -> "posts that died: "
                        + database.all("select key || ': ' || error from outbox where state = 'DEAD'"));
    }

    private long dead() {
        return database.count("select count(*) from outbox where state = 'DEAD'");
    }

    private static Said answer(JsonNode request) {
        if (request.path("tools").findValuesAsText("name").contains("look_back")) {
            var long1 = many("looking back", 800);
            return Said.message(tool(
                    "look_back", Map.of("done_well", long1, "could_be_better", long1, "pattern", long1, "tip", long1)));
        }
        if (!StandInClaude.lastWords(request).contains("situation")) {
            return Said.message(text("All right."));
        }
        return Said.message(
                text(many("answer word", 4_000) + "the end of the answer"),
                tool("ask_questions", Map.of("questions", each("question", 12, 200))),
                tool("note_facts", Map.of("facts", facts())),
                tool("offer_approaches", Map.of("approaches", approaches())),
                tool(
                        "write_draft",
                        Map.of(
                                "channel",
                                "email",
                                "text",
                                many("draft word", 2_000) + "the end of the draft",
                                "change",
                                many("change", 300))),
                tool("anticipate_replies", Map.of("replies", replies())),
                refund("150.00", many("reason <&>", 1_000)),
                tool("coach", Map.of("note", many("note", 2_000))));
    }

    private static List<Map<String, String>> facts() {
        return IntStream.range(0, 40)
                .mapToObj(i -> Map.of("standing", "customer_said", "statement", many("fact " + i, 60)))
                .toList();
    }

    private static List<Map<String, Object>> approaches() {
        return IntStream.range(0, 4)
                .mapToObj(i -> Map.<String, Object>of(
                        "title", many("title", 30),
                        "summary", many("summary", 200) + "the end of approach " + i,
                        "pros", each("pro", 12, 40),
                        "cons", each("con", 12, 40),
                        "cost", many("cost", 100),
                        "precedent", many("precedent", 100)))
                .toList();
    }

    private static List<Map<String, String>> replies() {
        return IntStream.range(0, 12)
                .mapToObj(i -> Map.of(
                        "customer", many("customer", 150), "answer", many("answer", 150) + "the end of reply " + i))
                .toList();
    }

    private static List<String> each(String word, int count, int times) {
        return IntStream.range(0, count)
                .mapToObj(i -> many(word, times) + "the end of " + word + " " + i)
                .toList();
    }

    /// As much as a field of a form takes.
    private static String full(String word) {
        return many(word, 3_000).substring(0, 2_990).strip();
    }

    private static String many(String word, int times) {
        return (word + " ").repeat(times);
    }
}
