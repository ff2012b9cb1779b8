package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Database;
import dev.cowork.TickingClock;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What becomes of a post, whatever Slack answers: worked off by hand, with a scripted way to Slack.
@QuarkusTest
class OutboxLaneTest {
    private static final Sender.Place PLACE = new Sender.Place("C1", "1.000100");
    private static final Sender.Sent ARRIVED = new Sender.Sent.Arrived(PLACE);
    private static final Sender.Sent UNKNOWN = new Sender.Sent.Unknown("SocketTimeoutException", false);

    @Inject
    OutboxRows rows;

    @Inject
    Outbox outbox;

    @Inject
    DeliveryConfig config;

    @Inject
    Event<PostSent> sentEvents;

    @Inject
    Event<PostDied> diedEvents;

    @Inject
    PostWatch watch;

    @Inject
    DataSource source;

    private final WorkspaceId workspace = new WorkspaceId("T" + UUID.randomUUID());
    private final Lane lane = Lane.of(workspace, "lane");
    private final TickingClock clock = new TickingClock();
    private final Script slack = new Script();

    @Test
    void sendsInOrderAndTellsOfIt() {
        var first = put("first");
        var second = put("second");

        workOff();

        assertEquals(List.of("first", "second"), slack.sent);
        assertEquals(List.of(new PostSent(workspace, first, first, "C1", "1.000100")), watch.sentWith(first));
        assertEquals("SENT", state(second));
    }

    @Test
    void aRefusedPostDiesIsToldAndLetsTheNextGo() {
        var first = put("first");
        var second = put("second");
        slack.answers.add(new Sender.Sent.Refused("channel_not_found"));

        workOff();

        assertEquals(List.of(new PostDied(workspace, first, first, "channel_not_found")), watch.diedWith(first));
        assertEquals("DEAD", state(first));
        assertEquals("SENT", state(second));
    }

    @Test
    void waitsAsLongAsSlackSaysAndNotLess() {
        var key = put("limited");
        slack.answers.add(new Sender.Sent.NotYet(Duration.ofSeconds(30), "ratelimited"));
        workOff();

        clock.tick(Duration.ofSeconds(29));
        workOff();
        assertEquals(1, slack.sent.size());

        clock.tick(Duration.ofSeconds(1));
        workOff();
        assertEquals(2, slack.sent.size());
        assertEquals("SENT", state(key));
    }

    @Test
    void aLimitIsNeverAReasonToGiveUp() {
        var key = put("limited");
        for (int i = 0; i < 40; i++) {
            slack.answers.add(new Sender.Sent.NotYet(Duration.ofSeconds(30), "ratelimited"));
            workOff();
            clock.tick(Duration.ofSeconds(30));
        }
        workOff();

        assertEquals("SENT", state(key));
    }

    @Test
    void slackOutOfReachForGoodIsAReason() {
        var key = put("nobody there");
        for (int i = 0; i < 40; i++) {
            slack.answers.add(new Sender.Sent.NotYet(Duration.ofSeconds(2), "ConnectException"));
            workOff();
            clock.tick(Duration.ofSeconds(2));
        }

        assertEquals("DEAD", state(key));
        assertEquals(1, watch.diedWith(key).size());
    }

    @Test
    void anUnknownPostIsLookedUpAndNotSentTwice() {
        var key = put("hanging");
        slack.answers.add(UNKNOWN);
        slack.looks.add(new Sender.Lookup.Found(PLACE));
        workOff();
        assertEquals("UNKNOWN", state(key));

        clock.tick(config.lookUpAfter());
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(1, slack.sent.size());
        assertEquals(1, watch.sentWith(key).size());
    }

    @Test
    void anUnknownPostFoundNowhereTwiceIsSentAgainAndCounted() {
        var key = put("lost");
        slack.answers.add(UNKNOWN);
        slack.looks.add(new Sender.Lookup.Absent());
        slack.looks.add(new Sender.Lookup.Absent());
        for (int i = 0; i < 4; i++) {
            workOff();
            clock.tick(config.lookUpAfter());
        }

        assertEquals("SENT", state(key));
        assertEquals(2, slack.sent.size());
        assertEquals("1", ask("resent", key));
    }

    @Test
    void aLookUpThatCannotBeMadeSaysNothing() {
        var key = put("limited look");
        slack.answers.add(UNKNOWN);
        for (int i = 0; i < 5; i++) {
            slack.looks.add(new Sender.Lookup.NotYet(Duration.ofSeconds(60)));
        }
        slack.looks.add(new Sender.Lookup.Found(PLACE));
        for (int i = 0; i < 10; i++) {
            workOff();
            clock.tick(Duration.ofSeconds(60));
        }

        assertEquals("SENT", state(key));
        assertEquals(1, slack.sent.size());
    }

    @Test
    void whatDoesNoHarmTwiceIsSentAgainWithoutLookingUp() {
        var key = put("update");
        slack.answers.add(new Sender.Sent.Unknown("http 500", true));
        workOff();
        clock.tick(Duration.ofSeconds(5));
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(2, slack.sent.size());
        assertEquals(0, slack.lookUps);
    }

    @Test
    void whatWasBeingSentWhenTheProcessDiedIsUnknown() {
        var key = put("crashed");
        new Database(source)
                .change(
                        "update outbox set state = 'SENDING', attempts = 1, started_at = now() where workspace = ?",
                        workspace.value());
        slack.looks.add(new Sender.Lookup.Found(PLACE));

        workOff();
        assertEquals("UNKNOWN", state(key));
        assertEquals(0, slack.sent.size());
        clock.tick(config.lookUpAfter());
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(0, slack.sent.size());
    }

    @Test
    void anEchoSettlesWhatIsUnknown() {
        var key = put("echoed");
        slack.answers.add(UNKNOWN);
        workOff();

        outbox.echoed(Long.parseLong(ask("id", key)), PLACE);
        outbox.echoed(Long.parseLong(ask("id", key)), PLACE);
        clock.tick(config.lookUpAfter());
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(0, slack.lookUps);
        assertEquals(1, watch.sentWith(key).size());
    }

    @Test
    void finalWordsThatHadToMakeTheirMessageCanBeChangedLater() {
        var message = Key.of(workspace, "answer");
        var last = new Post(workspace, Key.of(message, "final"), message, lane, "final words");
        QuarkusTransaction.requiringNew().run(() -> rows.insert(last, clock.instant()));
        assertEquals(Optional.empty(), outbox.place(workspace, message));

        workOff();

        assertEquals(Optional.of(PLACE), outbox.place(workspace, message));
    }

    @Test
    void aLatePostDoesNotOvertakeAnUnknownOne() {
        put("first");
        put("second");
        slack.answers.add(UNKNOWN);
        slack.looks.add(new Sender.Lookup.Found(PLACE));

        workOff();
        assertEquals(List.of("first"), slack.sent);
        clock.tick(config.lookUpAfter());
        workOff();

        assertEquals(List.of("first", "second"), slack.sent);
    }

    private void workOff() {
        new OutboxLane(rows, slack, config, clock, sentEvents, diedEvents).workOff(lane);
    }

    private Key put(String words) {
        var key = Key.of(workspace, words);
        QuarkusTransaction.requiringNew()
                .run(() -> rows.insert(new Post(workspace, key, key, lane, words), clock.instant()));
        return key;
    }

    private String state(Key key) {
        return ask("state", key);
    }

    private String ask(String column, Key key) {
        return new Database(source)
                .one(
                        "select " + column + " from outbox where workspace = ? and key = ?",
                        workspace.value(),
                        key.value());
    }

    /// Slack as the test wants it; where nothing is scripted, everything arrives.
    private static final class Script implements Sender {
        private final Queue<Sent> answers = new ArrayDeque<>();
        private final Queue<Lookup> looks = new ArrayDeque<>();
        private final List<String> sent = new ArrayList<>();
        private int lookUps;

        @Override
        public Sent send(long id, Post post, Optional<Place> made) {
            sent.add(post.body());
            return answers.isEmpty() ? ARRIVED : answers.remove();
        }

        @Override
        public Lookup find(long id, Post post, Instant since) {
            lookUps++;
            return looks.remove();
        }
    }
}
