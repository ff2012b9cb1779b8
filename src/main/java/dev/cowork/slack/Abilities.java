package dev.cowork.slack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What this Slack can do. Streaming and the status line are not everywhere (free plans, other servers that speak
/// the Web API): what is refused once is not asked for again for a while.
@ApplicationScoped
class Abilities {
    static final String STREAMING = "streaming";
    static final String STATUS = "status";
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private static final Set<String> ABOUT_ONE_CALL = Set.of(
            "channel_not_found",
            "not_in_channel",
            "is_archived",
            "thread_not_found",
            "message_not_found",
            "invalid_thread_ts",
            "msg_too_long",
            "no_text");
    private final InstantSource clock;
    private final Map<String, Instant> missingUntil = new ConcurrentHashMap<>();

    Abilities(InstantSource clock) {
        this.clock = clock;
    }

    boolean has(String ability) {
        return missingUntil.getOrDefault(ability, Instant.MIN).isBefore(clock.instant());
    }

    /// Takes a refusal as a sign that the ability is missing, unless it speaks of this one channel, thread or text.
    void learn(String ability, SlackCalls.Outcome outcome) {
        if (outcome instanceof SlackCalls.Outcome.No no && !no.isLockedOut() && !ABOUT_ONE_CALL.contains(no.error())) {
            missingUntil.put(ability, clock.instant().plus(MEMORY));
        }
    }
}
