package dev.cowork.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cowork.Database;
import dev.cowork.Eventually;
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
    private static final String UNREADABLE = "unreadable";
    private static final Sender.Sent UNKNOWN = new Sender.Sent.Unknown("SocketTimeoutException", false);

    @Inject
    Entering entering;

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
        for (int i = 0; i < 3; i++) {
            slack.answers.add(new Sender.Sent.Away("ConnectException"));
            workOff();
            clock.tick(config.patience());
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
        var settling = new Settling(rows, config, clock, sentEvents, diedEvents);
        new OutboxLane(entering, rows, slack, settling, clock).workOff(lane);
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

    @Test
    void anHourWithoutSlackIsNoReasonToGiveUp() {
        var key = put("patient");
        for (int i = 0; i < 60; i++) {
            slack.answers.add(new Sender.Sent.Away("http 503"));
            workOff();
            clock.tick(Duration.ofSeconds(60));
        }
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(61, slack.sent.size());
    }

    @Test
    void limitsDoNotUseUpThePatienceForFaults() {
        var key = put("limited, then faulty");
        for (int i = 0; i < 20; i++) {
            slack.answers.add(new Sender.Sent.NotYet(Duration.ofSeconds(1), "ratelimited"));
        }
        slack.answers.add(new Sender.Sent.Unknown("internal_error", true));
        for (int i = 0; i < 25; i++) {
            workOff();
            clock.tick(Duration.ofSeconds(1));
        }

        assertEquals("SENT", state(key));
    }

    @Test
    void whatIsNeverFoundHoweverOftenItIsSentIsGivenUp() {
        var key = put("swallowed");
        var next = put("next");
        for (int i = 0; i < 5; i++) {
            slack.answers.add(UNKNOWN);
            slack.looks.add(new Sender.Lookup.Absent());
            slack.looks.add(new Sender.Lookup.Absent());
        }
        for (int i = 0; i < 20; i++) {
            workOff();
            clock.tick(config.lookUpAfter());
        }

        assertEquals("DEAD", state(key));
        assertEquals(1, watch.diedWith(key).size());
        assertEquals("SENT", state(next));
    }

    @Test
    void aPostThatCannotBeReadDoesNotHoldItsLaneForEver() {
        var key = put(UNREADABLE);
        var next = put("next");
        for (int i = 0; i < 20; i++) {
            workOff();
            clock.tick(config.lookUpAfter());
        }

        assertEquals("DEAD", state(key));
        assertEquals("SENT", state(next));
    }

    @Test
    void aListenerThatAlwaysFailsDoesNotHaveThePostSentAgain() {
        watch.failsFor(workspace);
        var key = put("sent once");
        var refused = put("refused");
        slack.answers.add(ARRIVED);
        slack.answers.add(new Sender.Sent.Refused("is_archived"));
        workOff();

        assertEquals("SENT", state(key));
        assertEquals("DEAD", state(refused));
        assertEquals(2, slack.sent.size());
    }

    @Test
    void anEchoThatComesWhenItIsAboutToBeSentAgainStillCounts() {
        var key = put("late echo");
        slack.answers.add(UNKNOWN);
        slack.looks.add(new Sender.Lookup.Absent());
        workOff();
        clock.tick(config.lookUpAfter());
        workOff();
        new Database(source).change("update outbox set state = 'PENDING' where workspace = ?", workspace.value());

        outbox.echoed(Long.parseLong(ask("id", key)), PLACE);
        clock.tick(config.lookUpAfter());
        workOff();

        assertEquals("SENT", state(key));
        assertEquals(1, slack.sent.size());
    }

    @Test
    void whoSleptWhileAnotherTookOverWritesNothing() {
        var key = put("taken over");
        slack.meanwhile = () -> new Database(source)
                .change("update outbox set attempts = attempts + 1 where workspace = ?", workspace.value());
        slack.answers.add(new Sender.Sent.NotYet(Duration.ofSeconds(1), "ratelimited"));
        workOff();

        assertEquals("UNKNOWN", state(key), "the other one may be sending it: it must not look as if nobody was");
        assertEquals(1, slack.sent.size());
    }

    @Test
    void anEchoWakesTheLaneThatWaited() {
        var first = put("echoed later");
        var scheduled = new Database(source);
        scheduled.change(
                "update outbox set state = 'UNKNOWN', attempts = 1, due_at = now() + interval '1 hour' where workspace = ?",
                workspace.value());
        scheduled.change(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('OUTBOX', ?, now() + interval '1 hour', false, 1)",
                lane.value());

        outbox.echoed(Long.parseLong(ask("id", first)), PLACE);

        Eventually.is(
                "the lane is looked at",
                () -> scheduled.count("select count(*) from scheduled_tasks where task_instance = ?", lane.value())
                        == 0);
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
        private Runnable meanwhile = () -> {};

        @Override
        public Sent send(long id, Post post, Optional<Place> made) {
            sent.add(post.body());
            meanwhile.run();
            if (post.body().equals(UNREADABLE)) {
                throw new IllegalStateException("a stored post cannot be read");
            }
            return answers.isEmpty() ? ARRIVED : answers.remove();
        }

        @Override
        public Lookup find(long id, Post post, Instant since) {
            lookUps++;
            if (post.body().equals(UNREADABLE)) {
                throw new IllegalStateException("a stored post cannot be read");
            }
            return looks.remove();
        }
    }
}
