package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `chat.*` except streaming, and `reactions.add`.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class ChatMethods implements Methods {
    private static final int POST_TEXT = 40_000;
    private static final int UPDATE_TEXT = 4_000;
    private static final int MARKDOWN = 12_000;

    private final Conversations conversations;
    private final Blocks blocks;
    private final Ids ids;
    private final Door door;

    ChatMethods(Conversations conversations, Blocks blocks, Ids ids, Door door) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.ids = ids;
        this.door = door;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.postEphemeral", this::postEphemeral,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.getPermalink", this::permalink,
                "reactions.add", this::react);
    }

    private ObjectNode postMessage(Call call) {
        ObjectNode channel = conversations.writable(call.needed("channel"));
        ObjectNode message = written(call, POST_TEXT);
        inThread(call, channel, message);
        if (call.flag("reply_broadcast")) {
            message.put("subtype", "thread_broadcast");
        }
        conversations.publish(channel, message, false);
        return posted(channel, message);
    }

    private ObjectNode postEphemeral(Call call) {
        ObjectNode channel = conversations.writable(call.needed("channel"));
        String user = call.needed("user");
        if (!Conversations.isMember(channel, user)) {
            throw new RefusedException("user_not_in_channel");
        }
        ObjectNode message = written(call, POST_TEXT);
        inThread(call, channel, message);
        conversations.whisper(channel, user, message);
        return Json.ok().put("message_ts", Json.text(message, "ts"));
    }

    private ObjectNode update(Call call) {
        ObjectNode channel = conversations.channel(call.needed("channel"));
        String id = Json.text(channel, "id");
        ObjectNode message = own(id, call.needed("ts"), "cant_update_message");
        ObjectNode post = conversations.post(id, call.text("ts")).orElseThrow();
        if (post.path("live").asBoolean()) {
            throw new RefusedException("streaming_state_conflict");
        }
        ObjectNode fresh = written(call, UPDATE_TEXT);
        JsonNode before = message.deepCopy();
        message.remove("blocks");
        Json.copy(fresh, message, "text", "blocks", "attachments", "metadata");
        message.putObject("edited").put("user", Team.BOT_USER).put("ts", ids.timestamp());
        conversations.changed(post, before);
        return posted(channel, message).put("text", Json.text(message, "text"));
    }

    private ObjectNode delete(Call call) {
        String channel = Json.text(conversations.channel(call.needed("channel")), "id");
        ObjectNode message = own(channel, call.needed("ts"), "cant_delete_message");
        conversations.remove(
                conversations.post(channel, Json.text(message, "ts")).orElseThrow());
        return Json.ok().put("channel", channel).put("ts", Json.text(message, "ts"));
    }

    private ObjectNode permalink(Call call) {
        String channel = Json.text(conversations.channel(call.needed("channel")), "id");
        ObjectNode message = conversations.message(channel, call.needed("message_ts"));
        String thread = Json.text(message, "thread_ts");
        String link = door.here() + "/playground?channel=" + channel + "&message=" + Json.text(message, "ts")
                + (thread.isEmpty() ? "" : "&thread=" + thread);
        return Json.ok().put("channel", channel).put("permalink", link);
    }

    private ObjectNode react(Call call) {
        String channel = Json.text(conversations.channel(call.needed("channel")), "id");
        ObjectNode message = conversations.message(channel, call.needed("timestamp"));
        Reactions.add(message, call.needed("name"), Team.BOT_USER);
        conversations.store(
                conversations.post(channel, Json.text(message, "ts")).orElseThrow());
        return Json.ok();
    }

    /// A message of the bot's from the words and blocks of a call.
    private ObjectNode written(Call call, int longest) {
        ObjectNode message = byBot(call.text("text"));
        named(call, message);
        Optional<ArrayNode> given = call.has("markdown_text") ? Optional.of(markdown(call)) : blocks.of(call);
        given.filter(list -> !list.isEmpty()).ifPresent(list -> message.set("blocks", list));
        call.json("attachments", "invalid_attachments").ifPresent(list -> message.set("attachments", list));
        call.json("metadata", "invalid_metadata_format").ifPresent(metadata -> message.set("metadata", metadata));
        if (call.text("text").length() > longest) {
            throw new RefusedException("msg_too_long");
        }
        if (!call.has("text") && !message.has("blocks") && !message.has("attachments")) {
            throw new RefusedException("no_text");
        }
        return message;
    }

    private static ArrayNode markdown(Call call) {
        if (call.has("text") || call.has("blocks")) {
            throw new RefusedException("markdown_text_conflict");
        }
        if (call.text("markdown_text").length() > MARKDOWN) {
            throw new RefusedException("msg_too_long");
        }
        return Json.array().add(Json.object().put("type", "markdown").put("text", call.text("markdown_text")));
    }

    static ObjectNode byBot(String text) {
        ObjectNode message = Json.object()
                .put("type", "message")
                .put("user", Team.BOT_USER)
                .put("bot_id", Team.BOT)
                .put("app_id", Team.APP)
                .put("team", Team.ID)
                .put("text", text);
        ObjectNode profile = message.putObject("bot_profile");
        profile.setAll(Team.bot());
        profile.put("team_id", Team.ID);
        return message;
    }

    /// What is written under a name of its own is a message of a bot, of no user.
    static void named(Call call, ObjectNode message) {
        if (call.has("username") || call.has("icon_emoji")) {
            message.put("subtype", "bot_message").put("username", call.text("username"));
            message.putObject("icons").put("emoji", call.text("icon_emoji"));
            message.remove("user");
        }
    }

    private void inThread(Call call, ObjectNode channel, ObjectNode message) {
        String thread = call.text("thread_ts");
        if (thread.isEmpty()) {
            return;
        }
        ObjectNode root = conversations
                .post(Json.text(channel, "id"), thread)
                .filter(post -> !post.has("only_for"))
                .map(post -> (ObjectNode) post.get("message"))
                .orElseThrow(() -> new RefusedException("thread_not_found"));
        message.put("thread_ts", thread).put("parent_user_id", Json.text(root, "user"));
    }

    private ObjectNode own(String channel, String ts, String otherwise) {
        ObjectNode message = conversations.message(channel, ts);
        if (!Json.text(message, "bot_id").equals(Team.BOT)) {
            throw new RefusedException(otherwise);
        }
        return message;
    }

    private static ObjectNode posted(ObjectNode channel, ObjectNode message) {
        ObjectNode answer = Json.ok().put("channel", Json.text(channel, "id")).put("ts", Json.text(message, "ts"));
        answer.set("message", message.deepCopy());
        return answer;
    }
}
