package dev.cowork.slack;

import static com.slack.api.model.block.Blocks.markdown;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.slack.api.model.block.LayoutBlock;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.story.Desk;
import dev.cowork.story.Post;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that is seen while it is written, and what stands there in the end, against the local Slack.
@QuarkusTest
class LiveTextTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("TPLAY0001");
    private static final MemberId ANA = new MemberId("UANA00001");

    @TestHTTPResource("/")
    URI application;

    @Inject
    SlackCalls calls;

    @Inject
    Outbox outbox;

    @Inject
    Envelopes envelopes;

    @Inject
    LiveMessages messages;

    @Inject
    SlackPace pace;

    @Inject
    DataSource source;

    @Inject
    SlackConfig config;

    @Inject
    Posting posting;

    @Inject
    InstantSource clock;

    private final Key key = Key.of("live", UUID.randomUUID());
    private Desk desk;
    private ThreadRef thread;
    private LiveText live;

    @BeforeEach
    void open() {
        desk = Desk.open(application);
        thread = new ThreadRef(Desk.SUPPORT, desk.ana().says(Desk.SUPPORT, Optional.empty(), "Here."));
        // With abilities of its own: what one test finds missing must not be missing for the others.
        live = new LiveText(calls, outbox, envelopes, messages, new Abilities(clock), pace, config, new OpenStreams());
    }

    @Test
    void streamsAndEndsWordForWordInOneMessage() {
        var pieces = pieces(60, "word ");
        write(pieces);

        assertEquals(String.join("", pieces), only().markdown());
        assertTrue(
                called("chat.startStream") == 1 && called("chat.appendStream") > 0 && called("chat.stopStream") == 1);
        assertEquals(0, called("chat.postMessage"));
    }

    @Test
    void postsAndRewritesWhereThereIsNoStreaming() {
        desk.slack().limits(Map.of("streaming", false));
        var pieces = pieces(60, "word ");
        write(pieces);

        assertEquals(String.join("", pieces), only().markdown());
        assertEquals(1, called("chat.postMessage"));
        assertTrue(called("chat.update") > 0);
        assertTrue(called("chat.startStream") <= 1, "asked again for what is not there");
    }

    @Test
    void tasksAreAPlanWhereSlackStreamsAndPlainLinesWhereNot() {
        for (var streaming : List.of(true, false)) {
            desk.slack().limits(Map.of("streaming", streaming));
            var mine = Key.of(key, "plan", streaming);
            var before = ours().size();
            var plan = live.plan(WORKSPACE, thread, ANA, mine, "They look at it");
            plan.show(new LiveText.Task("one", "Policy", LiveText.Task.State.AT_WORK, ""));
            Eventually.is("one is at work", () -> ours().size() == before + 1);
            plan.show(new LiveText.Task("one", "Policy", LiveText.Task.State.DONE, "Keep to it."));
            plan.show(new LiveText.Task("two", "Technical", LiveText.Task.State.FAILED, "missing"));
            Eventually.is(
                    "how far they are",
                    () -> ours().getLast().says(streaming ? "error Technical: missing" : "✗ Technical: missing")
                            && ours().getLast()
                                    .says(streaming ? "complete Policy: Keep to it." : "✓ Policy: Keep to it."));
            assertEquals(streaming, ours().getLast().isLive());
            plan.end();
            finish(mine, Message.of("What stays.", List.of(words("What stays."))));
            Eventually.is("only that is left", () -> ours().getLast().words().equals("What stays."));
        }
    }

    @Test
    void aTaskThatSlackWouldNotHaveJustNowIsShownLater() {
        for (var streaming : List.of(true, false)) {
            desk.slack().limits(Map.of("streaming", streaming));
            var mine = Key.of(key, "later", streaming);
            var before = ours().size();
            var plan = live.plan(WORKSPACE, thread, ANA, mine, "They look at it");
            plan.show(new LiveText.Task("one", "Policy", LiveText.Task.State.AT_WORK, ""));
            Eventually.is("one is at work", () -> ours().size() == before + 1);
            var method = streaming ? "chat.appendStream" : "chat.update";
            desk.slack().fault(Map.of("method", method, "ratelimited", true, "retry_after", 1));
            plan.show(new LiveText.Task("one", "Policy", LiveText.Task.State.DONE, "Keep to it."));
            Eventually.is(
                    "it is shown all the same",
                    () -> ours().getLast().says(streaming ? "complete Policy: Keep to it." : "✓ Policy: Keep to it."));
            plan.end();
            finish(mine, Message.of("What stays.", List.of(words("What stays."))));
            Eventually.is("only that is left", () -> ours().getLast().words().equals("What stays."));
        }
    }

    @Test
    void overwritesAllWhereAnAppendWentWrong() {
        desk.slack().fault(Map.of("method", "chat.appendStream", "status", 500));
        var pieces = pieces(60, "word ");
        write(pieces);

        assertEquals(String.join("", pieces), only().markdown());
    }

    @Test
    void overwritesAllWhereAnAppendWasLostOnTheWay() {
        desk.slack().fault(Map.of("method", "chat.appendStream", "drop", true));
        var pieces = pieces(60, "word ");
        write(pieces);

        assertEquals(String.join("", pieces), only().markdown());
    }

    @Test
    void finalWordsThatDifferFromWhatWasShownWin() {
        var line = live.begin(WORKSPACE, thread, ANA, key);
        line.append("What was written at first. ");
        Eventually.is("it is seen", () -> ours().stream().anyMatch(Post::isLive));
        line.end();
        finish("What is true in the end.");

        Eventually.is("the truth is seen", () -> only().words().equals("What is true in the end."));
    }

    @Test
    void textLongerThanAnyMessageStillArrives() {
        for (var streaming : List.of(true, false)) {
            desk.slack().limits(Map.of("streaming", streaming));
            var mine = Key.of(key, streaming);
            var line = live.begin(WORKSPACE, thread, ANA, mine);
            for (int i = 0; i < 50; i++) {
                line.append("x".repeat(1_000));
            }
            line.end();
            finish(mine, Message.of("x".repeat(50_000), List.of(words("x".repeat(12_000)))));
            Eventually.is("it is settled", () -> settled(mine));
        }

        assertEquals(2, ours().size(), "one message each");
        ours().forEach(post -> assertEquals("x".repeat(12_000), post.markdown()));
    }

    @Test
    void whatStandsBelowTheWordsStandsThereOnce() {
        var line = live.begin(WORKSPACE, thread, ANA, key);
        line.append("The words. ");
        Eventually.is("it is seen", () -> !ours().isEmpty());
        line.end();
        finish(
                key,
                Message.of(
                        "The words. All of them.",
                        List.of(words("The words. All of them."), section(it -> it.text(plainText("A note below."))))));

        Eventually.is("it is settled", () -> settled(key));
        assertEquals("The words. All of them.\nA note below.", only().words());
    }

    @Test
    void aProcessThatDiedWhileStreamingLeavesNoHalfMessage() {
        var line = live.begin(WORKSPACE, thread, ANA, key);
        line.append("Half of ");
        Eventually.is("it is seen", () -> ours().stream().anyMatch(Post::isLive));
        line.end();
        // What the next process knows: the row in the outbox and nothing else.
        messages.leave(WORKSPACE, key);

        finish("All of it.");

        Eventually.is("it is settled", () -> settled(key));
        assertEquals("All of it.", only().words());
        assertTrue(!only().isLive());
    }

    @Test
    void aStreamThatBeganWithoutOurKnowingIsNotBegunTwice() {
        for (var fault : List.of(
                Map.<String, Object>of("method", "chat.startStream", "store_then_hang_ms", 5_000),
                Map.<String, Object>of("method", "chat.startStream", "drop", true))) {
            desk.slack().fault(fault);
            var mine = Key.of(key, fault.size(), fault.hashCode());
            var before = ours().size();
            var line = live.begin(WORKSPACE, thread, ANA, mine);
            line.append("The beginning ");
            Eventually.is("its fate is unknown", () -> state(mine).equals("UNKNOWN"));
            line.append("and more of it. ");
            line.end();
            var words = "What is true in the end, " + before + ".";
            finish(mine, Message.of(words, List.of(words(words))));

            Eventually.is("it is settled", () -> settled(mine));
            assertEquals(before + 1, ours().size(), ours().toString());
            assertEquals(words, ours().getLast().words());
            assertTrue(!ours().getLast().isLive());
        }
    }

    @Test
    void aProcessThatDiedBetweenTheStartOfTheStreamAndItsRecordGoesOnWithTheSameMessage() {
        var row = outbox.beginLive(
                new dev.cowork.delivery.Post(
                        WORKSPACE, key, key, Posting.laneOf(WORKSPACE, thread), envelopes.live(thread, ANA, "…")),
                Duration.ofSeconds(1));
        assertTrue(row.isPresent());
        calls.call(
                WORKSPACE,
                "chat.startStream",
                Map.of(
                        "channel", thread.channel(),
                        "thread_ts", thread.ts(),
                        "markdown_text", "The beginning ",
                        "recipient_user_id", ANA.value(),
                        "recipient_team_id", WORKSPACE.value()));

        var line = live.begin(WORKSPACE, thread, ANA, key);
        line.append("The beginning and more.");
        Eventually.is("the message is found", () -> settled(key));
        line.append(" And more.");
        Eventually.is("it goes on there", () -> only().words().contains("And more."));
        line.end();
        finish("The whole of it.");

        Eventually.is("it is settled", () -> settled(key) && only().words().equals("The whole of it."));
        assertTrue(!only().isLive());
        assertEquals(1, called("chat.startStream"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingLiveOvertakesWhatTheThreadWasToldBefore(boolean streaming) {
        desk.slack().limits(Map.of("streaming", streaming));
        desk.slack().fault(Map.of("method", "chat.postMessage", "ratelimited", true, "retry_after", 2));
        var before = Key.of("before", UUID.randomUUID());
        QuarkusTransaction.requiringNew()
                .run(() -> posting.reply(WORKSPACE, thread, before, Message.of("Before.", List.of(words("Before.")))));
        Eventually.is(
                "Slack has said to wait",
                () -> new Database(source)
                                .count("select count(*) from outbox where message = ? and attempts > 0", before.value())
                        == 1);

        var line = live.begin(WORKSPACE, thread, ANA, key);
        while (!settled(before)) {
            line.append("word ");
            rest();
        }
        line.append("and more");
        Eventually.is("then it is seen live", () -> {
            line.append(".");
            return ours().size() == 2;
        });
        line.end();
        finish("The end.");
        Eventually.is("it is settled", () -> settled(key));

        assertEquals(
                List.of("Before.", "The end."), ours().stream().map(Post::words).toList());
    }

    /// As a process does that was halted, given up for dead, and goes on.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingLiveComesAfterTheLastWords(boolean streaming) {
        desk.slack().limits(Map.of("streaming", streaming));
        var early = live.begin(WORKSPACE, thread, ANA, key);
        early.append("The beginning");
        Eventually.is("it is seen live", () -> ours().size() == 1);
        finish("The end.");
        Eventually.is("it is settled", () -> settled(key));

        var late = live.begin(WORKSPACE, thread, ANA, key);
        for (var line : List.of(early, late)) {
            line.append(" and what nobody wants to read any more, by a long way".repeat(9));
            rest();
            line.append(" and more");
            line.end();
        }

        assertEquals("The end.", only().words());
        assertTrue(!only().isLive());
    }

    @Test
    void repliesArriveInTheOrderTheyWerePut() {
        for (int i = 0; i < 12; i++) {
            var words = "Reply " + i;
            QuarkusTransaction.requiringNew()
                    .run(() -> posting.reply(
                            WORKSPACE, thread, Key.of(key, words), Message.of(words, List.of(words(words)))));
        }
        Eventually.is("all are there", () -> ours().size() == 12);

        for (int i = 0; i < 12; i++) {
            assertEquals("Reply " + i, ours().get(i).words());
        }
    }

    @Test
    void aReplyStoredWhileSlackHangsIsFoundAndNotPostedTwice() {
        desk.slack().fault(Map.of("method", "chat.postMessage", "store_then_hang_ms", 5_000));
        QuarkusTransaction.requiringNew()
                .run(() -> posting.reply(WORKSPACE, thread, key, Message.of("Once.", List.of(words("Once.")))));

        Eventually.is("it is settled", () -> settled(key));
        assertEquals(1, ours().size());
    }

    @Test
    void aReplyLimitedBySlackArrivesLater() {
        desk.slack().fault(Map.of("method", "chat.postMessage", "ratelimited", true, "retry_after", 1));
        QuarkusTransaction.requiringNew()
                .run(() -> posting.reply(WORKSPACE, thread, key, Message.of("Later.", List.of(words("Later.")))));

        Eventually.is("it is settled", () -> settled(key));
        assertEquals("Later.", only().words());
    }

    private void write(List<String> pieces) {
        var line = live.begin(WORKSPACE, thread, ANA, key);
        for (var piece : pieces) {
            line.append(piece);
            rest();
        }
        line.end();
        finish(String.join("", pieces));
        Eventually.is("it is settled", () -> settled(key));
    }

    private void finish(String text) {
        finish(key, Message.of(text, List.of(words(text))));
    }

    private void finish(Key message, Message content) {
        QuarkusTransaction.requiringNew().run(() -> posting.finish(WORKSPACE, thread, message, content));
    }

    private String state(Key message) {
        var waiting = new Database(source);
        return waiting.count("select count(*) from outbox where message = ?", message.value()) == 0
                ? ""
                : waiting.one("select state from outbox where message = ? order by id limit 1", message.value());
    }

    private boolean settled(Key message) {
        return new Database(source)
                        .count("select count(*) from outbox where message = ? and state <> 'SENT'", message.value())
                == 0;
    }

    private static LayoutBlock words(String text) {
        return markdown(it -> it.text(text));
    }

    private static List<String> pieces(int count, String each) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            pieces.add(each + i + (i % 10 == 9 ? "\n\n" : " & <so> on. "));
        }
        pieces.add("The end.");
        return pieces;
    }

    private static void rest() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Post only() {
        var all = ours();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private List<Post> ours() {
        return desk.ana().posts(Desk.SUPPORT).stream()
                .filter(post -> post.thread().equals(thread.ts()) && !post.ts().equals(thread.ts()))
                .toList();
    }

    private long called(String method) {
        return desk.slack().calls(0).stream()
                .filter(call -> call.path("method").asText().equals(method))
                .filter(call -> call.path("args").path("thread_ts").asText().equals(thread.ts())
                        || call.path("args").path("ts").asText().equals(only().ts()))
                .count();
    }
}
