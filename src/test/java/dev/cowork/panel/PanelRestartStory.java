package dev.cowork.panel;

import static dev.cowork.panel.Spoken.position;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.story.Desk;
import dev.cowork.story.Needed;
import dev.cowork.story.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed while the specialists think: those who have spoken have, and the others are asked again,
/// in the same message.
@Tag("process")
class PanelRestartStory {
    @TempDir
    Path home;

    private final StandInClaude claude = new StandInClaude();
    private Program program;

    @AfterEach
    void stop() {
        if (program != null) {
            program.kill();
        }
        claude.close();
    }

    @Test
    void aKilledPanelGoesOnWhereItWas() throws IOException {
        Needed.program();
        claude.answersTo(_ -> true, _ -> Said.message(text("Let's look at it.")));
        claude.answersTo(
                "You are: Policy.",
                position("Keep to the rule.", "answer_now", "credit").said());
        claude.answersTo(
                "You are: Technical.",
                position("It is the battery.", "no_view", "no_view").said());
        claude.answersTo("You are: Response.", Said.hangs());
        var port = Program.freePort();
        program = started(port);
        var desk = Desk.open(program.address());
        var thread = desk.ana().cowork("The scooter stopped again on a hill.");
        thread.shows("Let's look at it.");
        desk.ana().presses(thread.card(), "Call the specialists");
        var board = thread.sees(
                "two that have spoken",
                post -> post.isLive() && post.says("complete Policy") && post.says("complete Technical"));

        program.kill();
        claude.answersTo(
                "You are: Response.",
                position("Call them today.", "answer_now", "credit").said());
        claude.answersTo("All have spoken.", Spoken.draft("We call you today."));
        program = started(port);

        var after = thread.shows("✓ *Response*: Call them today.");
        assertEquals(board.ts(), after.ts(), "it goes on in the same message");
        assertTrue(after.says("✓ *Policy*: Keep to the rule.") && after.says("✓ *Technical*"), after.words());
        thread.sees("the draft", post -> post.says("We call you today.") && post.has("Use this"));
        Eventually.is("nobody works there any more", () -> thread.status().equals("active"));
        assertEquals(1, asked("Policy"), "who had spoken is not asked again");
        assertEquals(1, asked("Technical"));
        assertEquals(
                1,
                thread.posts().stream().filter(post -> post.says("They agree")).count());
    }

    private long asked(String who) {
        return claude.requests().stream()
                .filter(it -> StandInClaude.lastWords(it).contains("You are: " + who + "."))
                .count();
    }

    private Program started(int port) throws IOException {
        return Program.start(
                home,
                port,
                Map.of(
                        "ANTHROPIC_API_KEY",
                        "sk-standin",
                        "ANTHROPIC_BASE_URL",
                        claude.url(),
                        // Shorter than in earnest, so that the killed one is soon taken for dead.
                        "COWORK_DELIVERY_HEARTBEAT",
                        "500ms"));
    }
}
