package dev.cowork.story;

import static dev.cowork.standin.Said.refund;
import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed in the middle of everything and started again: what was there is there, and goes on.
@Tag("process")
class RestartStory {
    private static final String LONG = "This is a long answer, word after word, and none of them may be lost. "
            .repeat(60)
            .strip();
    private static final String REASON = "Two wrong deliveries in a row.";

    @TempDir
    Path home;

    private final StandInClaude claude = new StandInClaude();
    private @Nullable Program program;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Needed.program();
        port = Program.freePort();
        program = started();
    }

    @AfterEach
    void stop() {
        if (program != null) {
            program.kill();
        }
        claude.close();
    }

    @Test
    void everythingIsThereAgainAndGoesOn() throws IOException {
        claude.answersTo("draft", TalkingStory.draft("I am so sorry, and here is what I do now.", ""));
        // What is told of a decision speaks of the draft too: the latest rule goes first.
        claude.answersTo("Approved", Said.message(text("Good news: tell them today.")));
        claude.answersTo(
                "wrong item twice", Said.message(text("This needs your supervisor."), refund("150.00", REASON)));
        var desk = Desk.open(program.address());
        sharesATip(desk.sam());
        var thread = desk.ana().cowork("They got the wrong item twice. They paid $150.");
        thread.presses("Send to supervisor");
        desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
        thread.says("Write me a draft.").offers("Use this");
        claude.takesBetweenEvents(Duration.ofMillis(40)).answersTo("at length", Said.message(text(LONG)));
        thread.says("And now explain it at length.");
        thread.sees("the beginning of the long answer", post -> post.isLive() && post.says("This is a long answer"));

        program.kill();
        claude.takesBetweenEvents(Duration.ZERO);
        program = started();

        isQuotedATip(desk.noa());
        assertEquals(LONG, thread.shows(LONG).markdown());
        assertEquals(
                1,
                thread.posts().stream()
                        .filter(post -> post.says("This is a long answer"))
                        .count());
        assertTrue(thread.card().has("Close session"));
        assertTrue(thread.offers("Use this").says("I am so sorry, and here is what I do now."));

        var proposal = desk.sam().sees(Desk.APPROVALS, "the proposal", post -> post.has("Approve"));
        desk.sam().presses(proposal, "Approve");
        thread.shows("Good news: tell them today.");
        thread.says("Thanks. Another draft, please.");
        thread.sees("a second draft", post -> post.says("Version 2"));
    }

    private static void sharesATip(Person person) {
        person.typesForForm("/cowork tip When a violin cracks in winter, ask for the humidity first.", Desk.SUPPORT)
                .submit(Map.of());
        person.sees(Desk.TIPS, "the tip", post -> post.says("When a violin cracks in winter"));
    }

    /// By a mention, which asks nothing of Slack that a command would.
    private static void isQuotedATip(Person person) {
        var words = "The violin of a customer cracked in winter, and the humidity was high.";
        var question = person.says(Desk.SUPPORT, Optional.empty(), words);
        person.says(Desk.SUPPORT, Optional.of(question), "@cowork " + words);
        person.isTold(Desk.SUPPORT, "A colleague's tip that may fit");
    }

    private Program started() throws IOException {
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
