package dev.cowork.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells the bot what happened, signed, to any of its processes, and again where it was not acknowledged within three
/// seconds: three times, as Slack does, only that a minute lasts some seconds here.
final class Delivering {
    static final String SECRET = "chaos-signing-secret-0000";

    /// Slack's three tries again, a minute lasting some seconds.
    static final List<Duration> AS_SLACK_DOES = List.of(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(20));

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<URI> doors;
    private final List<Duration> retries;
    private final Random random;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger neverAccepted = new AtomicInteger();
    private final Queue<Long> ackNanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingSince = new AtomicLong();
    private final AtomicLong longestGap = new AtomicLong();
    private volatile boolean losesAcknowledgements = true;

    Delivering(List<URI> doors, List<Duration> retries, Random random) {
        this.doors = doors;
        this.retries = retries;
        this.random = random;
    }

    /// What a process said yes to, by event id.
    Set<String> accepted() {
        return accepted;
    }

    int neverAccepted() {
        return neverAccepted.get();
    }

    int underWay() {
        return underWay.get();
    }

    void losesNothing() {
        losesAcknowledgements = false;
    }

    /// From now on it is measured how long it takes until something is acknowledged again.
    void measureFromNow() {
        waitingSince.compareAndSet(0, System.nanoTime());
    }

    Duration longestGap() {
        return Duration.ofNanos(longestGap.get());
    }

    /// The acknowledgements' times in milliseconds, shortest first.
    List<Long> acknowledgements() {
        return ackNanos.stream().map(nanos -> nanos / 1_000_000).sorted().toList();
    }

    /// Sends an event on a thread of its own.
    void event(ObjectNode event, String id) {
        event(World.TEAM, event, id);
    }

    /// As [#event], of one workspace of several.
    void event(String team, ObjectNode event, String id) {
        var envelope = json.createObjectNode()
                .put("token", "chaos")
                .put("team_id", team)
                .put("api_app_id", "A0CHAOS")
                .put("type", "event_callback")
                .put("event_id", id)
                .put("event_time", System.currentTimeMillis() / 1_000);
        envelope.set("event", event);
        envelope.putArray("authorizations")
                .addObject()
                .put("team_id", team)
                .put("user_id", World.BOT)
                .put("is_bot", true);
        underWay.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                deliver(envelope.toString(), id);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /// Sends what a person pressed; Slack does not repeat that.
    ///
    /// @return whether it was acknowledged
    boolean interaction(ObjectNode payload) {
        var body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        return isAcknowledged("application/x-www-form-urlencoded", body, Map.of());
    }

    private void deliver(String body, String id) {
        for (var attempt = 0; attempt <= retries.size(); attempt++) {
            var headers = attempt == 0
                    ? Map.<String, String>of()
                    : Map.of("X-Slack-Retry-Num", "" + attempt, "X-Slack-Retry-Reason", "http_error");
            if (isAcknowledged("application/json", body, headers)) {
                accepted.add(id);
                if (!isLost()) {
                    return;
                }
            }
            if (attempt < retries.size()) {
                rest(retries.get(attempt));
            }
        }
        if (!accepted.contains(id)) {
            neverAccepted.incrementAndGet();
        }
    }

    private boolean isLost() {
        synchronized (random) {
            return losesAcknowledgements && random.nextInt(100) == 0;
        }
    }

    private boolean isAcknowledged(String type, String body, Map<String, String> headers) {
        var door = doors.get(Math.floorMod(next.getAndIncrement(), doors.size()));
        var time = System.currentTimeMillis() / 1_000;
        var request = HttpRequest.newBuilder(door.resolve("slack/events"))
                .timeout(DEADLINE)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", Long.toString(time))
                .header("X-Slack-Signature", signature(time, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var begun = System.nanoTime();
        try {
            var isYes = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
            if (isYes) {
                acknowledged(begun);
            }
            return isYes;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void acknowledged(long begun) {
        ackNanos.add(System.nanoTime() - begun);
        var since = waitingSince.get();
        if (since != 0 && begun > since && waitingSince.compareAndSet(since, 0)) {
            longestGap.accumulateAndGet(System.nanoTime() - since, Math::max);
        }
    }

    private static String signature(long time, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var digest = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
