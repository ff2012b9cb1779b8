package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Slack's rate limits, off until somebody switches them on, and which families of methods there are at all.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Limits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SOME_AT_ONCE = 3;
    private static final int TIER_3 = 50;

    private static final Map<String, Integer> PER_MINUTE = Map.ofEntries(
            Map.entry("auth.test", 1000),
            Map.entry("chat.startStream", 20),
            Map.entry("chat.stopStream", 20),
            Map.entry("chat.appendStream", 100),
            Map.entry("chat.postEphemeral", 100),
            Map.entry("chat.getPermalink", 1000),
            Map.entry("views.open", 100),
            Map.entry("views.push", 100),
            Map.entry("views.update", 100),
            Map.entry("views.publish", 100),
            Map.entry("users.info", 100),
            Map.entry("users.list", 20),
            Map.entry("conversations.list", 20),
            Map.entry("conversations.members", 100),
            Map.entry("assistant.threads.setStatus", 60));

    private final InstantSource clock;
    private final Map<String, Deque<Long>> recent = new HashMap<>();
    private final Map<String, Burst> bursts = new HashMap<>();
    private boolean enabled;
    private boolean streaming;
    private boolean agents;

    Limits(InstantSource clock, PlaygroundConfig config) {
        this.clock = clock;
        this.streaming = config.streaming();
        this.agents = config.agents();
    }

    synchronized void change(JsonNode wanted) {
        enabled = wanted.path("enabled").asBoolean(enabled);
        streaming = wanted.path("streaming").asBoolean(streaming);
        agents = wanted.path("agents").asBoolean(agents);
        recent.clear();
        bursts.clear();
    }

    synchronized ObjectNode shown() {
        return Json.ok().put("enabled", enabled).put("streaming", streaming).put("agents", agents);
    }

    synchronized boolean exists(String method) {
        if (method.startsWith("agents.") || method.startsWith("assistant.")) {
            return agents;
        }
        return streaming || !method.endsWith("Stream");
    }

    /// The seconds to wait if this call is one too many; the call counts if it is not.
    synchronized OptionalInt tooMany(String method, String channel) {
        if (!enabled) {
            return OptionalInt.empty();
        }
        if (method.equals("chat.postMessage")) {
            return oneASecond(method + ":" + channel);
        }
        return count(method, PER_MINUTE.getOrDefault(method, TIER_3), MINUTE);
    }

    private OptionalInt count(String what, int most, Duration within) {
        long now = clock.millis();
        Deque<Long> calls = recent.computeIfAbsent(what, _ -> new ArrayDeque<>());
        while (!calls.isEmpty() && calls.peekFirst() <= now - within.toMillis()) {
            calls.removeFirst();
        }
        if (calls.size() < most) {
            calls.addLast(now);
            return OptionalInt.empty();
        }
        long wait = calls.getFirst() + within.toMillis() - now;
        return OptionalInt.of((int) Math.max(1, (wait + 999) / 1000));
    }

    /// One a second, and some at once after as many quiet seconds.
    private OptionalInt oneASecond(String what) {
        var now = clock.millis();
        var before = bursts.getOrDefault(what, new Burst(SOME_AT_ONCE, now));
        var left = Math.min(SOME_AT_ONCE, before.left() + (now - before.at()) / 1000.0);
        bursts.put(what, new Burst(left < 1 ? left : left - 1, now));
        return left < 1 ? OptionalInt.of(1) : OptionalInt.empty();
    }

    /// How many may still come at that instant, in milliseconds.
    private record Burst(double left, long at) {}
}
