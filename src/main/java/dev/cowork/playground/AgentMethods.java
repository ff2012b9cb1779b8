package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/// `agents.sessions.*`, and the older `assistant.threads.*` that still work beside them.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class AgentMethods implements Methods {
    private static final int TITLE = 200;

    private final World world;
    private final Conversations conversations;
    private final Sessions sessions;
    private final Manifest manifest;

    AgentMethods(World world, Conversations conversations, Sessions sessions, Manifest manifest) {
        this.world = world;
        this.conversations = conversations;
        this.sessions = sessions;
        this.manifest = manifest;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "agents.sessions.setStatus", this::status,
                "agents.sessions.rename", this::rename,
                "assistant.threads.setStatus", this::words,
                "assistant.threads.setTitle", this::rename,
                "assistant.threads.setSuggestedPrompts", this::prompts);
    }

    private ObjectNode status(Call call) {
        String channel = channel(call);
        String thread = thread(call, channel);
        boolean isNew = world.sessions.get(channel + ":" + thread) == null;
        ObjectNode session = sessions.set(channel, thread, call.needed("status"));
        if (isNew && call.has("title")) {
            sessions.keep(session.put("title", title(call).replace(':', '_')));
        }
        ObjectNode answer = Json.ok();
        if (!manifest.subscribes("agent_session_stopped")) {
            answer.put("warning", "missing_agent_session_stopped_event_subscription");
        }
        return answer;
    }

    private ObjectNode rename(Call call) {
        String channel = channel(call);
        ObjectNode session = world.sessions.get(channel + ":" + thread(call, channel));
        if (session == null) {
            throw new RefusedException("not_authorized");
        }
        call.needed("title");
        sessions.keep(session.put("title", title(call)));
        return Json.ok();
    }

    private ObjectNode words(Call call) {
        String channel = channel(call);
        String status = call.text("status");
        ObjectNode session = sessions.set(channel, thread(call, channel), status.isEmpty() ? "active" : "processing");
        sessions.keep(session.put("words", status));
        return Json.ok();
    }

    private ObjectNode prompts(Call call) {
        ObjectNode channel = conversations.channel(call.needed("channel_id"));
        ObjectNode prompts = Json.object().put("title", call.text("title"));
        prompts.set("prompts", call.json("prompts", "invalid_arguments").orElseGet(Json::array));
        channel.set("suggested_prompts", prompts);
        world.channels.put(Json.text(channel, "id"), channel);
        return Json.ok();
    }

    private String channel(Call call) {
        return Json.text(conversations.writable(call.needed("channel_id")), "id");
    }

    private String thread(Call call, String channel) {
        String thread = call.text("thread_ts");
        if (conversations.post(channel, thread).isEmpty()) {
            throw new RefusedException("invalid_thread_ts");
        }
        return thread;
    }

    private static String title(Call call) {
        if (call.text("title").length() > TITLE) {
            throw new RefusedException("invalid_arguments");
        }
        return call.text("title");
    }
}
