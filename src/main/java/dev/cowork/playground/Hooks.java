package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Response URLs: five answers within half an hour, to where a command was typed or a button pressed.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Hooks {
    private static final int USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final World world;
    private final Conversations conversations;
    private final Blocks blocks;
    private final Ids ids;
    private final Door door;
    private final InstantSource clock;

    Hooks(World world, Conversations conversations, Blocks blocks, Ids ids, Door door, InstantSource clock) {
        this.world = world;
        this.conversations = conversations;
        this.blocks = blocks;
        this.ids = ids;
        this.door = door;
        this.clock = clock;
    }

    /// A new response URL.
    ///
    /// @param message where the button stood; a missing node for a command
    String url(String channel, String user, JsonNode message) {
        String id = ids.next("H");
        ObjectNode hook = Json.object()
                .put("channel", channel)
                .put("user", user)
                .put("ts", Json.text(message, "ts"))
                .put("thread_ts", Json.text(message, "thread_ts"))
                .put("uses", 0)
                .put("at", clock.millis());
        world.hooks.put(id, hook);
        return door.here() + "/playground/respond/" + id;
    }

    ObjectNode respond(String id, ObjectNode answer) {
        ObjectNode hook = world.hooks.get(id);
        if (hook == null) {
            throw new RefusedException("no_such_hook");
        }
        if (clock.millis() - hook.path("at").asLong() > LIFE.toMillis()) {
            throw new RefusedException("expired_url");
        }
        if (hook.path("uses").asInt() >= USES) {
            throw new RefusedException("used_url");
        }
        answer(hook, answer);
        world.hooks.put(id, hook.put("uses", hook.path("uses").asInt() + 1));
        return Json.ok();
    }

    /// What a bot says in the answer to a command itself.
    void answerTo(String channel, String user, ObjectNode answer) {
        answer(Json.object().put("channel", channel).put("user", user).put("ts", ""), answer);
    }

    private void answer(ObjectNode hook, ObjectNode answer) {
        ObjectNode channel = conversations.channel(Json.text(hook, "channel"));
        Optional<ObjectNode> origin = conversations.post(Json.text(channel, "id"), Json.text(hook, "ts"));
        if (answer.path("delete_original").asBoolean()) {
            origin.ifPresent(conversations::remove);
            return;
        }
        ObjectNode message = message(answer);
        if (answer.path("replace_original").asBoolean() && origin.isPresent()) {
            replace(origin.get(), message);
            return;
        }
        String thread = answer.hasNonNull("thread_ts") ? Json.text(answer, "thread_ts") : Json.text(hook, "thread_ts");
        if (!thread.isEmpty()) {
            message.put("thread_ts", thread);
        }
        if (Json.text(answer, "response_type").equals("in_channel")) {
            conversations.publish(channel, message, false);
        } else {
            conversations.whisper(channel, Json.text(hook, "user"), message);
        }
    }

    private ObjectNode message(ObjectNode answer) {
        ObjectNode message = ChatMethods.byBot(Json.text(answer, "text"));
        if (answer.path("blocks").isArray() && !answer.path("blocks").isEmpty()) {
            message.set("blocks", blocks.checked((ArrayNode) answer.get("blocks")));
        } else if (Json.text(answer, "text").isEmpty()) {
            throw new RefusedException("no_text");
        }
        Json.copy(answer, message, "attachments");
        return message;
    }

    private void replace(ObjectNode post, ObjectNode fresh) {
        ObjectNode message = (ObjectNode) post.get("message");
        JsonNode before = message.deepCopy();
        message.remove("blocks");
        Json.copy(fresh, message, "text", "blocks", "attachments");
        message.putObject("edited").put("user", Team.BOT_USER).put("ts", ids.timestamp());
        conversations.changed(post, before);
    }
}
