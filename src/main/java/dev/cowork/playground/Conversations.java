package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Channels, direct messages and what is posted in them. Call inside [World#with].
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Conversations {
    private final World world;
    private final Ids ids;
    private final Changes changes;
    private final Events events;

    Conversations(World world, Ids ids, Changes changes, Events events) {
        this.world = world;
        this.ids = ids;
        this.changes = changes;
        this.events = events;
    }

    /// By id, by name with or without `#`, or by a person's id, which means their direct messages.
    Optional<ObjectNode> find(String reference) {
        String name = reference.startsWith("#") ? reference.substring(1) : reference;
        return Optional.ofNullable(world.channels.get(name))
                .or(() -> Team.person(name).map(person -> world.channels.get(person.dm())))
                .or(() -> world.channels.all().stream()
                        .filter(channel -> Json.text(channel, "name").equals(name) && !name.isEmpty())
                        .findFirst());
    }

    ObjectNode channel(String reference) {
        return find(reference).orElseThrow(() -> new RefusedException("channel_not_found"));
    }

    /// The channel, if the bot may post in it.
    ObjectNode writable(String reference) {
        ObjectNode channel = channel(reference);
        if (channel.path("is_archived").asBoolean()) {
            throw new RefusedException("is_archived");
        }
        if (!isMember(channel, Team.BOT_USER)) {
            throw new RefusedException("not_in_channel");
        }
        return channel;
    }

    static boolean isMember(JsonNode channel, String user) {
        return holds(channel.path("members"), user);
    }

    private static boolean holds(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /// The post as it is kept, with `only_for` and `live` beside the message.
    Optional<ObjectNode> post(String channel, String ts) {
        return Optional.ofNullable(world.posts.get(channel + ":" + ts));
    }

    ObjectNode message(String channel, String ts) {
        return post(channel, ts)
                .filter(post -> !post.has("only_for"))
                .map(post -> (ObjectNode) post.get("message"))
                .orElseThrow(() -> new RefusedException("message_not_found"));
    }

    /// Puts a message where everybody in the channel sees it, and tells the bot of it.
    CompletableFuture<Boolean> publish(ObjectNode channel, ObjectNode message, boolean live) {
        String id = Json.text(channel, "id");
        message.put("ts", ids.timestamp());
        ObjectNode post = Json.object().put("channel", id).put("live", live);
        post.set("message", message);
        store(post);
        countReply(id, message);
        return events.posted(channel, message);
    }

    /// Shows a message to one person only; nobody else, and no method, ever sees it.
    ObjectNode whisper(ObjectNode channel, String user, ObjectNode message) {
        message.put("ts", ids.timestamp()).put("is_ephemeral", true);
        ObjectNode post = Json.object().put("channel", Json.text(channel, "id")).put("only_for", user);
        post.set("message", message);
        store(post);
        return message;
    }

    /// Keeps a post whose message was changed in place, and tells the bot and the pages.
    void changed(ObjectNode post, JsonNode before) {
        store(post);
        if (!post.has("only_for")) {
            events.changed(channel(Json.text(post, "channel")), (ObjectNode) post.get("message"), before);
        }
    }

    /// Keeps a post and tells the pages, not the bot.
    void store(ObjectNode post) {
        String channel = Json.text(post, "channel");
        world.posts.put(channel + ":" + post.path("message").path("ts").asText(), post);
        ObjectNode news = Json.object().put("channel", channel);
        news.set("post", post.deepCopy());
        if (post.has("only_for")) {
            changes.tellOnly(Json.text(post, "only_for"), "post", news);
        } else {
            changes.tell("post", news);
        }
    }

    void remove(ObjectNode post) {
        String channel = Json.text(post, "channel");
        JsonNode message = post.path("message");
        world.posts.remove(channel + ":" + message.path("ts").asText());
        ObjectNode news = Json.object().put("channel", channel).put("ts", Json.text(message, "ts"));
        changes.tell("removed", news);
        if (!post.has("only_for")) {
            events.deleted(channel(channel), message);
        }
    }

    /// What everybody in the channel sees outside threads, oldest first.
    List<ObjectNode> history(String channel) {
        return everything(channel).stream()
                .filter(message ->
                        isTopLevel(message) || message.path("subtype").asText().equals("thread_broadcast"))
                .toList();
    }

    /// A thread, its root first.
    List<ObjectNode> thread(String channel, String root) {
        return everything(channel).stream()
                .filter(message -> Json.text(message, "ts").equals(root)
                        || Json.text(message, "thread_ts").equals(root))
                .toList();
    }

    List<ObjectNode> posts(String channel) {
        return List.copyOf(world.posts.startingWith(channel + ":").values());
    }

    private List<ObjectNode> everything(String channel) {
        return posts(channel).stream()
                .filter(post -> !post.has("only_for"))
                .map(post -> (ObjectNode) post.get("message"))
                .toList();
    }

    private static boolean isTopLevel(JsonNode message) {
        return !message.has("thread_ts") || Json.text(message, "thread_ts").equals(Json.text(message, "ts"));
    }

    private void countReply(String channel, ObjectNode reply) {
        String root = Json.text(reply, "thread_ts");
        if (root.isEmpty()) {
            return;
        }
        post(channel, root).ifPresent(post -> {
            ObjectNode parent = (ObjectNode) post.get("message");
            parent.put("thread_ts", root);
            parent.put("reply_count", parent.path("reply_count").asInt() + 1);
            parent.put("latest_reply", Json.text(reply, "ts"));
            ArrayNode users = parent.withArray("/reply_users");
            String author = Json.text(reply, reply.has("user") ? "user" : "bot_id");
            if (!holds(users, author)) {
                users.add(author);
            }
            parent.put("reply_users_count", users.size());
            store(post);
        });
    }
}
