package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Carries events to the bot: in order within a channel, again when they were not acknowledged, and again after a
/// restart when they were still under way.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Courier {
    private record Letter(ObjectNode delivery, CompletableFuture<Boolean> firstAttempt) {}

    private final Ids ids;
    private final World world;
    private final Store store;
    private final Door door;
    private final List<Duration> retries;
    private final InstantSource clock;
    private final Installation installation;
    private final Map<String, Queue<Letter>> lanes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("playground-retries").factory());

    Courier(
            Ids ids,
            World world,
            Store store,
            Door door,
            PlaygroundConfig config,
            InstantSource clock,
            Installation installation) {
        this.installation = installation;
        this.ids = ids;
        this.world = world;
        this.store = store;
        this.door = door;
        this.retries = config.retries();
        this.clock = clock;
    }

    /// Wraps an event in Slack's envelope and puts it on its channel's lane.
    CompletableFuture<Boolean> event(String lane, ObjectNode event) {
        String id = ids.next("Ev");
        ObjectNode delivery =
                Json.object().put("id", id).put("lane", lane).put("attempt", 0).put("reason", "");
        delivery.set("body", envelope(id, lane, event));
        world.deliveries.put(id, delivery);
        return enqueue(delivery);
    }

    /// What the process before this one left behind is sent again, once there is somebody to hear it.
    void resume(@ObservesAsync HttpServerStart start) {
        List<ObjectNode> left = world.with(() -> List.copyOf(world.deliveries.all()));
        for (ObjectNode delivery : left) {
            Log.infof("event %s was under way when the process stopped: sent again", Json.text(delivery, "id"));
            int attempt = Math.min(delivery.path("attempt").asInt() + 1, retries.size());
            enqueue(delivery.put("attempt", attempt).put("reason", "connection_failed"));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        later.shutdownNow();
    }

    /// How many events wait for their acknowledgement or their next attempt.
    int underWay() {
        return world.deliveries.all().size();
    }

    private ObjectNode envelope(String id, String channel, ObjectNode event) {
        ObjectNode envelope = Json.object()
                .put("token", "playground")
                .put("team_id", Team.ID)
                .put("context_team_id", Team.ID)
                .put("api_app_id", Team.APP)
                .put("type", "event_callback")
                .put("event_id", id)
                .put("event_time", clock.instant().getEpochSecond())
                .put("is_ext_shared_channel", false)
                .put("event_context", "4-" + channel + "-" + id);
        envelope.set("event", event);
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", Team.ID)
                .put("user_id", Team.BOT_USER)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }

    private CompletableFuture<Boolean> enqueue(ObjectNode delivery) {
        var letter = new Letter(delivery, new CompletableFuture<>());
        lanes.compute(Json.text(delivery, "lane"), (lane, waiting) -> {
            Queue<Letter> queue = waiting == null ? new ArrayDeque<>() : waiting;
            queue.add(letter);
            if (waiting == null) {
                Thread.ofVirtual().name("playground-lane-" + lane).start(() -> empty(lane));
            }
            return queue;
        });
        return letter.firstAttempt();
    }

    private void empty(String lane) {
        for (Letter letter = next(lane); letter != null; letter = next(lane)) {
            letter.firstAttempt().complete(attempt(letter.delivery()));
        }
    }

    private Letter next(String lane) {
        Letter[] next = new Letter[1];
        lanes.computeIfPresent(lane, (_, waiting) -> {
            next[0] = waiting.poll();
            return next[0] == null ? null : waiting;
        });
        return next[0];
    }

    private boolean attempt(ObjectNode delivery) {
        store.settle();
        if (!installation.delivers()) {
            forget(delivery);
            return true;
        }
        Door.Answer answer =
                door.event(delivery.get("body"), delivery.path("attempt").asInt(), Json.text(delivery, "reason"));
        if (answer.accepted() || answer.noRetry()) {
            forget(delivery);
        } else {
            failed(delivery, answer.reason());
        }
        return answer.accepted();
    }

    private void failed(ObjectNode delivery, String reason) {
        int attempt = delivery.path("attempt").asInt() + 1;
        if (attempt > retries.size()) {
            Log.warnf("event %s was never acknowledged: %s", Json.text(delivery, "id"), reason);
            forget(delivery);
            return;
        }
        String id = Json.text(delivery, "id");
        boolean forgotten = world.with(() -> {
            if (world.deliveries.get(id) == null) {
                return true;
            }
            world.deliveries.put(id, delivery.put("attempt", attempt).put("reason", reason));
            return false;
        });
        if (forgotten) {
            return;
        }
        Duration wait = retries.get(attempt - 1);
        later.schedule(() -> enqueue(delivery), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget(ObjectNode delivery) {
        world.with(() -> {
            world.deliveries.remove(Json.text(delivery, "id"));
            return true;
        });
    }
}
