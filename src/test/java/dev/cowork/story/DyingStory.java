package dev.cowork.story;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.workspace.CrashPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process dies at the two instants at which an answer is most easily lost or said twice. `make chaos` dies at all
/// of them.
@Tag("process")
class DyingStory {
    @TempDir
    Path home;

    private final StandInClaude claude = new StandInClaude();
    private @Nullable Program program;

    @AfterEach
    void stop() {
        if (program != null) {
            program.kill();
        }
        claude.close();
    }

    @Test
    void theAnswerComesOnceWhereverItDies() throws IOException {
        Needed.program();
        claude.answersTo("printer", Said.message(text("Which printer is it?")));
        var port = Program.freePort();
        program = started(port, "ANSWER_KEPT:2");
        var thread = Desk.open(program.address()).ana().cowork("Their printer is on fire.");
        thread.shows("Which printer is it?");

        diesAnswering(thread, "the big one");
        program = started(port, "SLACK_ANSWERED/chat.startStream:1");
        assertIsAnsweredOnce(thread, "the big one");

        diesAnswering(thread, "the small one");
        program = started(port, "");
        assertIsAnsweredOnce(thread, "the small one");
    }

    private void diesAnswering(CaseThread thread, String words) {
        claude.answersTo(words, Said.message(text("This about " + words + " comes once.")));
        try {
            thread.says("It is " + words + ".");
        } catch (AssertionError deadAlready) {
            // The local Slack dies with it, and has kept what was said.
        }
        var dying = program.process();
        Eventually.is("it dies", Duration.ofSeconds(60), () -> !dying.isAlive(), () -> "");
        assertEquals(CrashPoint.EXIT_CODE, dying.exitValue());
    }

    private static void assertIsAnsweredOnce(CaseThread thread, String words) {
        var answer = "This about " + words + " comes once.";
        thread.shows(answer);
        assertEquals(
                1, thread.posts().stream().filter(post -> post.says(answer)).count());
    }

    private Program started(int port, String instant) throws IOException {
        var environment = new HashMap<>(Map.of(
                "ANTHROPIC_API_KEY", "sk-standin",
                "ANTHROPIC_BASE_URL", claude.url(),
                "COWORK_DELIVERY_HEARTBEAT", "500ms",
                "COWORK_DELIVERY_LOOK_UP_AFTER", "1s"));
        if (!instant.isEmpty()) {
            environment.put("JAVA_TOOL_OPTIONS", "-Dcowork.crash-at=" + instant);
        }
        return Program.start(home, port, environment);
    }
}
