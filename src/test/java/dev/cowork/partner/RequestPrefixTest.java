package dev.cowork.partner;

import static dev.cowork.standin.Said.text;
import static dev.cowork.standin.Said.tool;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is paid for twice and what is not: a request begins with all that the one before has said.
class RequestPrefixTest {
    private final StandInClaude claude = new StandInClaude();
    private final Desk desk = new Desk(Desk.with(claude, new ArrayList<>()))
            .field("SITUATION", "Wrong item twice, they speak of a lawsuit. They paid $150.");

    @AfterEach
    void stop() {
        claude.close();
    }

    @Test
    void overFortyTurnsNineTenthsOfEachRequestWereSentBefore() {
        claude.answersTo(_ -> true, request -> turn(request.path("messages").size()));
        for (var turn = 1; turn <= 40; turn++) {
            desk.says(
                    "Turn " + turn + ": the customer wrote again and wants to know what happens next with the order.");
        }

        var inputs = claude.requests().stream().map(RequestPrefixTest::input).toList();
        assertEquals(40, inputs.size());
        for (var at = 2; at < inputs.size(); at++) {
            var shared = sharedLength(inputs.get(at - 1), inputs.get(at));
            // All of the earlier request but the bracket that closed its messages.
            assertTrue(shared >= inputs.get(at - 1).length() - 2, "request " + (at + 1) + " repeats the one before");
            assertTrue(
                    shared >= 0.9 * inputs.get(at).length(),
                    "request " + (at + 1) + ": " + shared + " of "
                            + inputs.get(at).length());
        }
    }

    @Test
    void cachePointsStandAfterToolsInstructionsAndLastTurn() {
        claude.answers(text("Yes."));

        desk.says("Hello.");

        var request = claude.lastRequest();
        assertEquals(
                "ephemeral",
                request.path("tools")
                        .path(request.path("tools").size() - 1)
                        .path("cache_control")
                        .path("type")
                        .asText());
        assertEquals(
                "ephemeral",
                request.path("system")
                        .path(1)
                        .path("cache_control")
                        .path("type")
                        .asText());
        assertEquals("ephemeral", request.path("cache_control").path("type").asText());
        assertEquals(3, claude.bodies().getLast().split("cache_control", -1).length - 1);
    }

    @Test
    void aNewAuthorityIsSaidInTheNewestMessageAlone() {
        claude.answers(text("Yes.")).answers(text("I see.")).answers(text("Go on."));
        desk.says("Hello.");
        desk.authority("You may grant up to $300.00 alone.");
        desk.says("My limit was raised.");
        desk.says("And now?");

        var messages = claude.lastRequest().path("messages");
        assertTrue(messages.path(0).toString().contains("$100.00"));
        assertTrue(messages.path(2).toString().contains("From now on: You may grant up to"));
        assertFalse(messages.path(4).toString().contains("grant"));
    }

    @Test
    void wordsThatGotNoAnswerAreSaidAgainInFrontOfTheNext() {
        claude.answers(text("Yes.")).answers(text("Both."));
        desk.says("Hello.");
        desk.saysInVain("Are you there?");
        desk.says("Anybody?");

        assertEquals("Are you there?\nAnybody?", StandInClaude.lastWords(claude.lastRequest()));
        assertEquals(3, claude.lastRequest().path("messages").size());
        claude.answers(text("Still."));
        desk.says("Good.");
        assertEquals("Good.", StandInClaude.lastWords(claude.lastRequest()));
        assertEquals(5, claude.lastRequest().path("messages").size());
    }

    private static Said turn(int messages) {
        return messages % 4 == 1
                ? Said.message(text("Tell them the truth and give them one name to call."))
                : Said.message(
                        text("Here is a first draft."),
                        tool("write_draft", Map.of("channel", "email", "text", "Dear Kim, …", "change", "shorter")));
    }

    /// What the model reads, in its order, without the cache marks, which are no input.
    private static String input(JsonNode request) {
        var copy = request.deepCopy();
        List.copyOf(copy.findParents("cache_control")).forEach(node -> ((ObjectNode) node).remove("cache_control"));
        return copy.path("tools") + "\n" + copy.path("system") + "\n" + copy.path("messages");
    }

    private static int sharedLength(String one, String other) {
        var at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
