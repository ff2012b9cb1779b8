package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;

/// Builds what Slack sends to an app's interactivity address.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Interactions {
    private final Triggers triggers;
    private final Hooks hooks;
    private final Conversations conversations;

    Interactions(Triggers triggers, Hooks hooks, Conversations conversations) {
        this.triggers = triggers;
        this.hooks = hooks;
        this.conversations = conversations;
    }

    /// What every interaction says: who did it, where, and a trigger for a modal.
    ObjectNode payload(String type, String user) {
        Team.Person person = Team.person(user).orElseThrow(() -> new RefusedException("user_not_found"));
        ObjectNode payload =
                Json.object().put("type", type).put("api_app_id", Team.APP).put("token", "playground");
        payload.putObject("team").put("id", Team.ID).put("domain", Team.DOMAIN);
        payload.putObject("user")
                .put("id", user)
                .put("username", person.name())
                .put("name", person.name())
                .put("team_id", Team.ID);
        payload.putNull("enterprise").put("is_enterprise_install", false);
        return payload.put("trigger_id", triggers.forUser(user));
    }

    ObjectNode onMessage(String user, ObjectNode post, ObjectNode action, ObjectNode state) {
        ObjectNode payload = payload("block_actions", user);
        JsonNode message = post.path("message");
        ObjectNode container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", Json.text(message, "ts"))
                .put("channel_id", Json.text(post, "channel"))
                .put("is_ephemeral", post.has("only_for"));
        Json.copy(message, container, "thread_ts");
        channel(payload, Json.text(post, "channel"));
        payload.set("message", message.deepCopy());
        payload.putObject("state").set("values", state);
        payload.put("response_url", hooks.url(Json.text(post, "channel"), user, message));
        payload.putArray("actions").add(action);
        return payload;
    }

    ObjectNode onView(String user, ObjectNode view, ObjectNode action) {
        ObjectNode payload = payload("block_actions", user);
        payload.putObject("container").put("type", "view").put("view_id", Json.text(view, "id"));
        payload.set("view", Modals.told(view));
        payload.putArray("actions").add(action);
        return payload;
    }

    ObjectNode submission(String user, ObjectNode view) {
        ObjectNode payload = payload("view_submission", user);
        payload.set("view", Modals.told(view));
        payload.putArray("response_urls");
        return payload;
    }

    ObjectNode closing(String user, ObjectNode view, boolean cleared) {
        ObjectNode payload = payload("view_closed", user);
        payload.remove("trigger_id");
        payload.set("view", Modals.told(view));
        return payload.put("is_cleared", cleared);
    }

    ObjectNode messageShortcut(String user, String callbackId, ObjectNode post) {
        ObjectNode payload = payload("message_action", user);
        JsonNode message = post.path("message");
        String channel = Json.text(post, "channel");
        payload.put("callback_id", callbackId)
                .put("action_ts", Json.text(message, "ts"))
                .put("message_ts", Json.text(message, "ts"))
                .put("response_url", hooks.url(channel, user, message));
        channel(payload, channel);
        payload.set("message", message.deepCopy());
        return payload;
    }

    private void channel(ObjectNode payload, String id) {
        ObjectNode channel = conversations.channel(id);
        payload.putObject("channel").put("id", id).put("name", name(channel));
    }

    static String name(JsonNode channel) {
        return channel.path("is_im").asBoolean() ? "directmessage" : Json.text(channel, "name");
    }
}
