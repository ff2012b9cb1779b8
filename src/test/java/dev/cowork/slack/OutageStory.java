package dev.cowork.slack;

import static dev.cowork.standin.Said.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Database;
import dev.cowork.Eventually;
import dev.cowork.standin.Said;
import dev.cowork.standin.StandInClaude;
import dev.cowork.standin.WithStandInClaude;
import dev.cowork.story.CaseThread;
import dev.cowork.story.Desk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Slack is away for minutes or for an hour, the bot is, or the app is taken away and comes back: what waited goes out
/// in order, and what was missed is read up or asked for.
@QuarkusTest
@QuarkusTestResource(WithStandInClaude.class)
class OutageStory {
    private static final String WORKSPACE = "TPLAY0001";

    @TestHTTPResource("/")
    URI application;

    @Inject
    CallingHome callingHome;

    @Inject
    DataSource source;

    StandInClaude claude;

    private Desk desk;
    private CaseThread thread;

    @BeforeEach
    void open() {
        claude.forget();
        closeEarlierSessions();
        claude.answersTo("lost somewhere", Said.message(text("Tell me more.")));
        claude.answersTo("first question", Said.message(text("The first answer.")));
        claude.answersTo("second question", Said.message(text("The second answer.")));
        desk = Desk.open(application);
        callingHome.run();
        thread = desk.ana().cowork("The parcel is lost somewhere.");
        thread.shows("Tell me more.");
    }

    @AfterEach
    void restore() {
        desk.slack().reset();
        callingHome.run();
    }

    @Test
    void whatWaitedForSlackArrivesInOrderWhenItIsBack() {
        desk.slack().installation(Map.of("answers", false));
        thread.says("A first question.");
        Eventually.is("Claude has heard the first", () -> claude.requests().size() >= 2);
        thread.says("A second question.");
        Eventually.is("Claude has heard the second", () -> claude.requests().size() >= 3);
        assertTrue(thread.isWithout("answer."));

        desk.slack().installation(Map.of("answers", true));

        thread.shows("The second answer.");
        var answers = thread.posts().stream()
                .map(post -> post.words().strip())
                .filter(words -> words.contains("answer."))
                .toList();
        assertEquals(List.of("The first answer.", "The second answer."), answers);
    }

    @Test
    void whatWasWrittenWhileNobodyHeardIsReadUp() {
        desk.slack().installation(Map.of("delivers", false));
        for (var i = 0; i < 16; i++) {
            thread.says("Nothing in particular, number " + i + ".");
        }
        thread.says("A first question.");
        desk.slack().installation(Map.of("delivers", true));
        silentFor("7 minutes");

        callingHome.run();

        thread.shows("The first answer.");
        var asked = claude.requests().size();
        silentFor("7 minutes");
        callingHome.run();
        thread.says("A second question.");
        thread.shows("The second answer.");
        assertEquals(asked + 1, claude.requests().size(), "what was read up once is not read up twice");
    }

    @Test
    void whatCannotBeReadIsAskedForAgain() {
        silentFor("1 hour");
        desk.slack().fault(Map.of("method", "conversations.replies", "error", "missing_scope", "times", 50));

        callingHome.run();
        callingHome.run();

        var notice = thread.shows("I was offline from");
        assertTrue(notice.says("please send it again"), notice.words());
        assertEquals(
                1,
                thread.posts().stream()
                        .filter(post -> post.says("I was offline"))
                        .count());
    }

    @Test
    void aSilenceThatSlackBridgesIsNoGap() {
        silentFor("4 minutes");
        var before = desk.slack().lastCall();

        callingHome.run();
        thread.says("A first question.");
        thread.shows("The first answer.");

        assertEquals(0, calls(before, "conversations.replies").size());
    }

    @Test
    void anAppTakenAwayIsLeftInPeaceAndGoesOnWhenItIsBack() {
        desk.slack().installation(Map.of("installed", false));
        Eventually.is("the workspace is suspended", () -> suspended() == 1);
        var before = desk.slack().lastCall();
        desk.slack().installation(Map.of("delivers", true));
        thread.says("A first question.");
        Eventually.is("Claude has answered", () -> claude.requests().size() >= 2);
        Eventually.is("the answer waits", () -> waiting() > 0);
        assertEquals(0, calls(before, "chat.postMessage").size(), "nothing is sent to a workspace that took us out");
        assertEquals(0, calls(before, "chat.startStream").size());

        desk.slack().installation(Map.of("installed", true));
        callingHome.run();

        thread.shows("The first answer.");
        assertEquals(0, suspended());
    }

    @Test
    void aTokenThatWasRevokedCostsOneCallAndNoPost() {
        var before = desk.slack().lastCall();
        for (var method : List.of("chat.startStream", "chat.postMessage")) {
            desk.slack().fault(Map.of("method", method, "error", "token_revoked", "times", 1));
        }
        thread.says("A first question.");
        Eventually.is("the workspace is suspended", () -> suspended() == 1);
        assertEquals(
                1,
                calls(before, "chat.startStream").size()
                        + calls(before, "chat.postMessage").size());

        Eventually.is("the answer is there", () -> {
            callingHome.run();
            return !thread.isWithout("The first answer.");
        });
    }

    /// Slack promises no order, least of all after it has tried again.
    @Test
    void wordsThatOvertookTheMentionTheyFollowAreHeardAfterIt() {
        desk.slack().installation(Map.of("delivers", false));
        var mention = desk.ana().says(Desk.SUPPORT, Optional.empty(), "<@UCOWORK01> It is lost somewhere else.");
        var next = desk.ana().says(Desk.SUPPORT, Optional.of(mention), "A first question.");
        var last = desk.ana().says(Desk.SUPPORT, Optional.of(mention), "A second question.");
        desk.slack().installation(Map.of("delivers", true));
        var door = new Door(application.resolve("slack/events"));
        for (var early : List.of(Map.entry(next, "A first question."), Map.entry(last, "A second question."))) {
            assertEquals(200, door.post(Requests.JSON, told(early.getKey(), mention, early.getValue())));
        }
        Eventually.is("what came early has been looked at", () -> ended(mention) == 2);

        assertEquals(200, door.post(Requests.JSON, told(mention, mention, "<@UCOWORK01> It is lost somewhere else.")));

        desk.ana()
                .sees(
                        Desk.SUPPORT,
                        "an answer to all of it",
                        post -> post.thread().equals(mention) && post.says("The second answer."));
        var heard = StandInClaude.lastWords(claude.lastRequest());
        var all = new Database(source)
                .all(
                        "select words from utterance u join session s on s.id = u.session where s.thread_ts = ? order by place",
                        mention);
        assertEquals(List.of("It is lost somewhere else.", "A first question.", "A second question."), all, heard);
    }

    private static String told(String ts, String thread, String words) {
        return Requests.said(WORKSPACE, Requests.unique("Ev"), "message", Desk.SUPPORT, ts, words)
                .replace(
                        "\"event_ts\"",
                        ts.equals(thread) ? "\"event_ts\"" : "\"thread_ts\":\"" + thread + "\",\"event_ts\"");
    }

    private long ended(String thread) {
        return new Database(source)
                .count("select count(*) from inbox where state = 'DONE' and lane like ?", "%/" + thread);
    }

    @Test
    void aSlackThatHangsHoldsUpNoAcknowledgement() {
        desk.slack().fault(Map.of("method", "*", "hang_ms", 2_500, "times", 2));
        thread.says("A first question.");
        var door = new Door(application.resolve("slack/events"));
        var millis = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            var begun = System.nanoTime();
            assertEquals(200, door.post(Requests.JSON, Requests.event("THANGS", Requests.unique("Ev"))));
            millis.add((System.nanoTime() - begun) / 1_000_000);
        }
        millis.sort(null);
        assertTrue(millis.get(20) < 1_000, "half of them took longer than " + millis.get(20) + " ms");
        assertTrue(millis.getLast() < 2_500, "one took " + millis.getLast() + " ms");

        thread.shows("The first answer.");
    }

    private List<JsonNode> calls(long since, String method) {
        return desk.slack().calls(since).stream()
                .filter(call -> call.path("method").asText().equals(method))
                .toList();
    }

    private long suspended() {
        return new Database(source).count("select count(*) from suspension");
    }

    private long waiting() {
        return new Database(source)
                .count("select count(*) from outbox where state = 'PENDING' and error = 'workspace suspended'");
    }

    /// Otherwise each of them is read up as well, one a second, and this one last.
    private void closeEarlierSessions() {
        new Database(source).change("update session set state = 'CLOSED', closed_at = now() where state <> 'CLOSED'");
    }

    private void silentFor(String time) {
        new Database(source).change("update pulse set at = now() - interval '" + time + "'");
    }
}
