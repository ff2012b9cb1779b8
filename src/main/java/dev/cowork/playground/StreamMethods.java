package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;

/// `chat.startStream`, `chat.appendStream`, `chat.stopStream`: a message that grows before everybody's eyes.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class StreamMethods implements Methods {
    private static final int AT_ONCE = 12_000;
    private static final int IN_ALL = 40_000;
    private static final int CHUNK_WORDS = 256;

    private final Conversations conversations;
    private final Blocks blocks;
    private final Sessions sessions;

    StreamMethods(Conversations conversations, Blocks blocks, Sessions sessions) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.sessions = sessions;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "chat.startStream", this::start,
                "chat.appendStream", this::append,
                "chat.stopStream", this::stop);
    }

    private ObjectNode start(Call call) {
        ObjectNode channel = conversations.writable(call.needed("channel"));
        String id = Json.text(channel, "id");
        String thread = call.text("thread_ts");
        if (conversations.post(id, thread).isEmpty()) {
            throw new RefusedException("invalid_thread_ts");
        }
        if (!channel.path("is_im").asBoolean()) {
            recipient(call, "recipient_user_id");
            recipient(call, "recipient_team_id");
        }
        ObjectNode message = ChatMethods.byBot("").put("thread_ts", thread);
        ChatMethods.named(call, message);
        if (call.has("task_display_mode")) {
            message.put("task_display_mode", call.text("task_display_mode"));
        }
        ObjectNode post = Json.object();
        post.set("message", message);
        grow(post, call);
        sessions.set(id, thread, "processing");
        conversations.publish(channel, message, true);
        return answer(id, message);
    }

    private ObjectNode append(Call call) {
        ObjectNode post = live(call);
        if (!call.has("markdown_text") && !call.has("chunks")) {
            throw new RefusedException("no_text");
        }
        grow(post, call);
        conversations.store(post);
        return answer(Json.text(post, "channel"), post.path("message"));
    }

    private ObjectNode stop(Call call) {
        ObjectNode post = live(call);
        ObjectNode message = (ObjectNode) post.get("message");
        JsonNode before = message.deepCopy();
        ArrayNode closing = blocks.of(call).orElseGet(Json::array);
        grow(post, call);
        ArrayNode shown = blocks(message).addAll(closing);
        if (shown.size() > 50) {
            throw new RefusedException("invalid_blocks");
        }
        call.json("metadata", "invalid_metadata_format").ifPresent(metadata -> message.set("metadata", metadata));
        message.set("blocks", shown);
        post.put("live", false);
        String status = call.has("session_status") ? call.text("session_status") : "active";
        sessions.set(Json.text(post, "channel"), Json.text(message, "thread_ts"), status);
        conversations.changed(post, before);
        ObjectNode answer = answer(Json.text(post, "channel"), message);
        answer.set("message", message.deepCopy());
        return answer;
    }

    private ObjectNode live(Call call) {
        ObjectNode channel = conversations.channel(call.needed("channel"));
        String id = Json.text(channel, "id");
        ObjectNode message = conversations.message(id, call.needed("ts"));
        ObjectNode post = conversations.post(id, Json.text(message, "ts")).orElseThrow();
        if (!Json.text(message, "bot_id").equals(Team.BOT)) {
            throw new RefusedException("message_not_owned_by_app");
        }
        if (!post.path("live").asBoolean()) {
            throw new RefusedException("message_not_in_streaming_state");
        }
        return post;
    }

    private void grow(ObjectNode post, Call call) {
        if (call.has("markdown_text") && call.has("chunks")) {
            throw new RefusedException("cannot_provide_both_markdown_text_and_chunks");
        }
        ObjectNode message = (ObjectNode) post.get("message");
        ObjectNode grown = message.deepCopy();
        say(grown, call.text("markdown_text"));
        call.json("chunks", "invalid_chunks").ifPresent(chunks -> chunks.forEach(chunk -> chunk(grown, chunk)));
        if (Json.text(grown, "text").length() > IN_ALL) {
            throw new RefusedException("msg_too_long");
        }
        message.setAll(grown);
        message.set("blocks", blocks(message));
    }

    private void chunk(ObjectNode message, JsonNode chunk) {
        switch (Json.text(chunk, "type")) {
            case "markdown_text" -> say(message, Json.text(chunk, "text"));
            case "plan_update" -> message.put("plan_title", brief(chunk, "title"));
            case "task_update" -> task(message, chunk);
            case "blocks" ->
                message.withArray("/stream_blocks").addAll(blocks.checked((ArrayNode) chunk.withArray("/blocks")));
            default -> throw new RefusedException("invalid_chunks");
        }
    }

    private static void say(ObjectNode message, String text) {
        if (text.length() > AT_ONCE) {
            throw new RefusedException("msg_too_long");
        }
        message.put("text", Json.text(message, "text") + text);
    }

    private static void task(ObjectNode message, JsonNode chunk) {
        brief(chunk, "title");
        ObjectNode task = message.withObject("/tasks").withObject("/" + Json.text(chunk, "id"));
        String details = Json.text(task, "details") + brief(chunk, "details");
        Json.copy(chunk, task, "title", "status", "output", "sources");
        task.put("details", details);
    }

    private static String brief(JsonNode chunk, String field) {
        String text = Json.text(chunk, field);
        if (text.length() > CHUNK_WORDS) {
            throw new RefusedException("invalid_chunks");
        }
        return text;
    }

    /// What a streamed message shows: its tasks, under the plan's title where it has one, its words, and the blocks
    /// streamed into it.
    private static ArrayNode blocks(ObjectNode message) {
        ArrayNode shown = Json.array();
        String plan = Json.text(message, "plan_title");
        ArrayNode tasks = plan.isEmpty()
                ? shown
                : shown.addObject().put("type", "plan").put("title", plan).putArray("tasks");
        message.path("tasks").forEach(task -> {
            ObjectNode card = tasks.addObject().put("type", "task_card");
            card.setAll((ObjectNode) task.deepCopy());
        });
        String text = Json.text(message, "text");
        if (!text.isEmpty()) {
            shown.addObject().put("type", "markdown").put("text", text);
        }
        message.path("stream_blocks").forEach(block -> shown.add(block.deepCopy()));
        return shown;
    }

    private static void recipient(Call call, String name) {
        if (!call.has(name)) {
            throw new RefusedException("missing_" + name);
        }
    }

    private static ObjectNode answer(String channel, JsonNode message) {
        return Json.ok().put("channel", channel).put("ts", Json.text(message, "ts"));
    }
}
