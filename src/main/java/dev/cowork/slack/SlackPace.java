package dev.cowork.slack;

import dev.cowork.delivery.Pace;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Slack's own limits, per method and workspace, for messages per channel. Final answers and decisions go before
/// progress: progress leaves a reserve.
@ApplicationScoped
class SlackPace {
    /// Slack's tiers (2: 20, 3: 50, 4: 100 a minute), read 2026-11-22. What may go out at once and what comes to it in
    /// a minute are together no more than a tier, so that no minute has more, whenever it begins.
    private static final Map<String, Pace.Rate> RATES = Map.of(
            "chat.startStream", new Pace.Rate(12, 8),
            "chat.stopStream", new Pace.Rate(12, 8),
            "chat.appendStream", new Pace.Rate(60, 40),
            "agents.sessions.setStatus", new Pace.Rate(30, 20),
            "chat.update", new Pace.Rate(30, 20),
            "conversations.replies", new Pace.Rate(30, 20),
            "conversations.history", new Pace.Rate(30, 20),
            "chat.postEphemeral", new Pace.Rate(60, 40),
            "views.publish", new Pace.Rate(60, 40));
    /// One message a second and channel; Slack lets a short burst through, which is what the cards of one answer are.
    private static final Pace.Rate MESSAGES = new Pace.Rate(55, 3);
    private static final Set<String> SHARED_WITH_FINAL = Set.of("chat.update", "agents.sessions.setStatus");
    /// How many of these progress leaves for final texts.
    private static final int RESERVE = 8;

    private static final Duration UNASKED = Duration.ofSeconds(1);

    private final Pace pace;
    private final int times;

    SlackPace(Pace pace, SlackConfig config) {
        this.pace = pace;
        this.times = config.limitsTimes();
    }

    /// @return empty where the call may go out now, otherwise how long to wait
    Optional<Duration> forFinal(WorkspaceId workspace, String method, String channel) {
        try {
            return pace.take(workspace, bucket(method, channel), rate(method), 0);
        } catch (RuntimeException e) {
            // Nothing has been sent yet: that must not look like a post of unknown fate.
            Log.warnf("the limits of %s cannot be asked for: %s", method, e.getMessage());
            return Optional.of(UNASKED);
        }
    }

    /// Reading what was missed leaves half of what there is to looking up posts of unknown fate.
    ///
    /// @return as [#forFinal]
    Optional<Duration> forReadingUp(WorkspaceId workspace, String channel) {
        var method = "conversations.replies";
        return pace.take(
                workspace, bucket(method, channel), rate(method), rate(method).burst() / 2);
    }

    /// @return whether progress may be shown now
    boolean forProgress(WorkspaceId workspace, String method, String channel) {
        var reserve = SHARED_WITH_FINAL.contains(method) ? RESERVE : 0;
        return pace.take(workspace, bucket(method, channel), rate(method), reserve)
                .isEmpty();
    }

    /// Slack answered 429.
    void obey(WorkspaceId workspace, String method, String channel, Duration pause) {
        pace.block(workspace, bucket(method, channel), pause);
    }

    private Pace.Rate rate(String method) {
        var published = RATES.getOrDefault(method, MESSAGES);
        return new Pace.Rate(published.perMinute() * times, published.burst() * times);
    }

    private static String bucket(String method, String channel) {
        return RATES.containsKey(method) ? method : method + ":" + channel;
    }
}
