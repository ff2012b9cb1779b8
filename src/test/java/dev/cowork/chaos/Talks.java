package dev.cowork.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// What agents say who do not say the next thing before the answer to the last one stands. Everything said has a mark,
/// and stands answered when a message that is no longer streamed says it back.
final class Talks {
    /// Each with a channel.
    private static final int WORKSPACES = 12;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final World world;
    private final Delivering slack;
    private final AtomicInteger marks = new AtomicInteger();
    private final Map<Integer, People.Told> told = new ConcurrentHashMap<>();
    private final Map<Integer, Waiting> waiting = new ConcurrentHashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    /// @param begun by [System#nanoTime]
    private record Waiting(long begun, CountDownLatch stands) {}

    /// @param ended by [System#nanoTime]
    private record Taken(long ended, double millis) {}

    Talks(World world, Delivering slack) {
        this.world = world;
        this.slack = slack;
        world.isReadBy(this::read);
    }

    /// All of them. One alone could not say so much: Slack would not let it.
    static List<String> workspaces() {
        return IntStream.range(0, WORKSPACES).mapToObj(Talks::workspace).toList();
    }

    private static String workspace(int number) {
        return "%s%02d".formatted(World.TEAM, number);
    }

    /// Where the channel is.
    static String workspaceOf(String channel) {
        return IntStream.range(0, WORKSPACES)
                .filter(number -> People.channel(number).equals(channel))
                .mapToObj(Talks::workspace)
                .findFirst()
                .orElse(World.TEAM);
    }

    /// By its mark.
    Map<Integer, People.Told> told() {
        return told;
    }

    synchronized List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /// What the answers took that stood between these two, in milliseconds, the shortest first.
    synchronized List<Double> takenBetween(long begun, long end) {
        return taken.stream()
                .filter(it -> it.ended() >= begun && it.ended() < end)
                .map(Taken::millis)
                .sorted()
                .toList();
    }

    /// Somebody opens a case. Slack tells of a mention twice.
    Talk open() {
        var mark = marks.incrementAndGet();
        var ts = world.nextTs();
        var talk = new Talk(new People.Place(People.channel(mark % WORKSPACES), ts), "U0TALK" + mark, mark);
        var event = People.said(talk.place, talk.agent, ts, "<@" + World.BOT + "> A new case. e" + mark + "e");
        event.remove("thread_ts");
        isSaid(mark, talk, ts);
        talk.tell(event.deepCopy().put("type", "app_mention"), "Ev" + mark + "m");
        talk.tell(event, "Ev" + mark);
        return talk;
    }

    private void isSaid(int mark, Talk talk, String ts) {
        told.put(mark, new People.Told(talk.place.channel() + "/" + ts, talk.opening));
        waiting.put(mark, new Waiting(System.nanoTime(), new CountDownLatch(1)));
    }

    private void read(Message message) {
        if (message.isStreaming()) {
            return;
        }
        for (var mark : message.marks()) {
            var one = waiting.remove(mark);
            if (one != null) {
                var now = System.nanoTime();
                stood(new Taken(now, (now - one.begun()) / 1e6));
                one.stands().countDown();
            }
        }
    }

    private synchronized void stood(Taken one) {
        taken.add(one);
    }

    private void await(int mark) {
        var one = waiting.get(mark);
        try {
            if (one != null && !one.stands().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                neverAnswered(mark);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void neverAnswered(int mark) {
        unanswered.add("event " + mark + " within " + PATIENCE);
    }

    /// One thread, and the agent who writes in it.
    final class Talk {
        private final People.Place place;
        private final String agent;
        private final int opening;

        private Talk(People.Place place, String agent, int opening) {
            this.place = place;
            this.agent = agent;
            this.opening = opening;
        }

        private void tell(ObjectNode event, String id) {
            slack.event(workspaceOf(place.channel()), event, id);
        }

        void awaitOpening() {
            await(opening);
        }

        void sayAndAwait() {
            var mark = marks.incrementAndGet();
            var ts = world.nextTs();
            isSaid(mark, this, ts);
            tell(People.said(place, agent, ts, "and then e" + mark + "e"), "Ev" + mark);
            await(mark);
        }
    }
}
