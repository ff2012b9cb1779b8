package dev.cowork.slack;

import dev.cowork.delivery.Pace;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Slack's own limits, per method and workspace, for messages per channel. Final answers and decisions go before
/// progress: progress leaves a reserve.
@ApplicationScoped
class SlackPace {
    /// Slack's tiers (2: 20, 3: 50, 4: 100 a minute), read 2026-11-22.
    private static final Map<String, Pace.Rate> RATES = Map.of(
            "chat.startStream", new Pace.Rate(20, 20),
            "chat.stopStream", new Pace.Rate(20, 20),
            "chat.appendStream", new Pace.Rate(100, 100),
            "chat.update", new Pace.Rate(50, 50),
            "conversations.replies", new Pace.Rate(50, 50),
            "conversations.history", new Pace.Rate(50, 50),
            "chat.postEphemeral", new Pace.Rate(100, 100),
            "views.publish", new Pace.Rate(100, 100));
    /// One message a second and channel; a short burst is let through.
    private static final Pace.Rate MESSAGES = new Pace.Rate(60, 10);
    /// How many updates progress leaves for final texts.
    private static final int RESERVE = 15;

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
        var reserve = method.equals("chat.update") ? RESERVE : 0;
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
