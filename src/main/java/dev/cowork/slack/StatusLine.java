package dev.cowork.slack;

import dev.cowork.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Slack's status line of a thread, where there is one.
record StatusLine(SlackCalls calls, Abilities abilities, SlackPace pace) {
    static final String UNDER_WAY = "processing";
    private static final String SET_STATUS = "agents.sessions.setStatus";

    /// As [LiveText#status].
    Optional<Duration> show(WorkspaceId workspace, ThreadRef thread, String status) {
        if (!abilities.has(Abilities.STATUS)) {
            return Optional.empty();
        }
        if (status.equals(UNDER_WAY) && !pace.forProgress(workspace, SET_STATUS, thread.channel())) {
            return Optional.of(Duration.ofSeconds(1));
        }
        var wait = status.equals(UNDER_WAY)
                ? Optional.<Duration>empty()
                : pace.forFinal(workspace, SET_STATUS, thread.channel());
        if (wait.isPresent()) {
            return wait;
        }
        var fields = Map.of("channel_id", thread.channel(), "thread_ts", thread.ts(), "status", status);
        var outcome = calls.call(workspace, SET_STATUS, fields);
        abilities.learn(Abilities.STATUS, outcome);
        if (outcome instanceof SlackCalls.Outcome.Limited(Duration pause)) {
            pace.obey(workspace, SET_STATUS, thread.channel(), pause);
            return Optional.of(pause);
        }
        return Optional.empty();
    }
}
