package dev.cowork.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what stands in a thread or a channel, a page at a time, inside Slack's limits.
@ApplicationScoped
class ThreadPages {
    /// More is not granted to every kind of app.
    static final String GRANTED_TO_ALL = "15";

    private final SlackCalls calls;
    private final SlackPace pace;

    ThreadPages(SlackCalls calls, SlackPace pace) {
        this.calls = calls;
        this.pace = pace;
    }

    /// What of the quota may be used.
    enum Share {
        ALL,
        /// The other half is for posts of unknown fate.
        HALF
    }

    /// @param where the thread; without a `ts` the channel itself
    /// @param range which of its messages, in the Web API's names
    /// @return what Slack answered; [SlackCalls.Outcome.Limited] without asking it where it is too soon. What Slack
    ///     says of its limit all processes obey
    SlackCalls.Outcome page(WorkspaceId workspace, ThreadRef where, Map<String, String> range, Share share) {
        var method = where.ts().isEmpty() ? "conversations.history" : "conversations.replies";
        var wait = untilNext(workspace, method, where.channel(), share);
        if (wait.isPresent()) {
            return new SlackCalls.Outcome.Limited(wait.get());
        }
        var fields = new HashMap<>(range);
        fields.put("channel", where.channel());
        if (!where.ts().isEmpty()) {
            fields.put("ts", where.ts());
        }
        var outcome = calls.call(workspace, method, fields);
        if (outcome instanceof SlackCalls.Outcome.Limited(Duration pause)) {
            pace.obey(workspace, method, where.channel(), pause);
        }
        return outcome;
    }

    private Optional<Duration> untilNext(WorkspaceId workspace, String method, String channel, Share share) {
        return switch (share) {
            case ALL -> pace.forFinal(workspace, method, channel);
            case HALF -> pace.forReadingUp(workspace, channel);
        };
    }

    static List<JsonObject> messages(RawAnswer answer) {
        return answer.messages == null
                ? List.of()
                : answer.messages.asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .toList();
    }

    /// Empty where it is not there or no single value.
    static String field(JsonObject message, String name) {
        return message.has(name) && message.get(name).isJsonPrimitive()
                ? message.get(name).getAsString()
                : "";
    }
}
