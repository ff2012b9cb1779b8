package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/// What the bot hears over the Events API; only what its manifest subscribes to. Call inside [World#with].
///
/// The futures tell whether the first attempt was acknowledged; where nothing is sent they are true at once.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Events {
    private static final CompletableFuture<Boolean> NOTHING_TO_SAY = CompletableFuture.completedFuture(true);

    private final Courier courier;
    private final Ids ids;
    private final Manifest manifest;

    Events(Courier courier, Ids ids, Manifest manifest) {
        this.courier = courier;
        this.ids = ids;
        this.manifest = manifest;
    }

    CompletableFuture<Boolean> posted(ObjectNode channel, ObjectNode message) {
        ObjectNode event = message.deepCopy().without("reply_count");
        event.put("channel", Json.text(channel, "id"))
                .put("event_ts", Json.text(message, "ts"))
                .put("channel_type", type(channel));
        CompletableFuture<Boolean> heard = send(channel, "message." + plural(channel), event);
        boolean mentioned = Json.text(message, "text").contains("<@" + Team.BOT_USER + ">") && !message.has("bot_id");
        if (mentioned && !isDirect(channel)) {
            ObjectNode mention = event.deepCopy().put("type", "app_mention");
            mention.remove("channel_type");
            heard = heard.thenCombine(send(channel, "app_mention", mention), Boolean::logicalAnd);
        }
        return heard;
    }

    void changed(ObjectNode channel, ObjectNode message, JsonNode before) {
        ObjectNode event = hidden(channel, "message_changed");
        event.set("message", message.deepCopy());
        event.set("previous_message", before.deepCopy());
        send(channel, "message." + plural(channel), event);
    }

    void deleted(ObjectNode channel, JsonNode before) {
        ObjectNode event = hidden(channel, "message_deleted").put("deleted_ts", Json.text(before, "ts"));
        event.set("previous_message", before.deepCopy());
        send(channel, "message." + plural(channel), event);
    }

    CompletableFuture<Boolean> homeOpened(ObjectNode dm, String user, String tab, JsonNode view) {
        ObjectNode event = event("app_home_opened")
                .put("user", user)
                .put("channel", Json.text(dm, "id"))
                .put("tab", tab);
        if (view.isObject() && tab.equals("home")) {
            event.set("view", view.deepCopy());
        }
        return send(dm, "app_home_opened", event);
    }

    CompletableFuture<Boolean> stopped(ObjectNode channel, String threadTs, String user, JsonNode streaming) {
        ObjectNode event = event("agent_session_stopped")
                .put("channel", Json.text(channel, "id"))
                .put("thread_ts", threadTs)
                .put("user", user);
        event.set("streaming_message_ts", streaming);
        return send(channel, "agent_session_stopped", event);
    }

    /// @param type `reaction_added` or `reaction_removed`
    CompletableFuture<Boolean> reacted(
            String type, ObjectNode channel, JsonNode message, String user, String reaction) {
        ObjectNode event =
                event(type).put("user", user).put("reaction", reaction).put("item_user", Json.text(message, "user"));
        event.putObject("item")
                .put("type", "message")
                .put("channel", Json.text(channel, "id"))
                .put("ts", Json.text(message, "ts"));
        return send(channel, type, event);
    }

    CompletableFuture<Boolean> joined(ObjectNode channel, String user) {
        ObjectNode event = event("member_joined_channel")
                .put("user", user)
                .put("channel", Json.text(channel, "id"))
                .put("channel_type", "C")
                .put("team", Team.ID);
        return send(channel, "member_joined_channel", event);
    }

    /// The app is taken away: the last it hears.
    void uninstalled() {
        ObjectNode tokens = event("tokens_revoked");
        tokens.putObject("tokens").putArray("bot").add(Team.BOT_USER);
        courier.event(Team.ID, tokens);
        courier.event(Team.ID, event("app_uninstalled"));
    }

    private ObjectNode event(String type) {
        return Json.object().put("type", type).put("event_ts", ids.timestamp());
    }

    private ObjectNode hidden(ObjectNode channel, String subtype) {
        String ts = ids.timestamp();
        return Json.object()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("channel", Json.text(channel, "id"))
                .put("channel_type", type(channel))
                .put("ts", ts)
                .put("event_ts", ts);
    }

    private CompletableFuture<Boolean> send(ObjectNode channel, String subscription, ObjectNode event) {
        boolean hears = Conversations.isMember(channel, Team.BOT_USER) && manifest.subscribes(subscription);
        return hears ? courier.event(Json.text(channel, "id"), event) : NOTHING_TO_SAY;
    }

    private static boolean isDirect(JsonNode channel) {
        return channel.path("is_im").asBoolean();
    }

    private static String type(JsonNode channel) {
        return isDirect(channel) ? "im" : channel.path("is_private").asBoolean() ? "group" : "channel";
    }

    private static String plural(JsonNode channel) {
        return isDirect(channel) ? "im" : type(channel) + "s";
    }
}
