package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A person types a slash command or uses a shortcut.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Commanding {
    private final World world;
    private final Conversations conversations;
    private final Interactions interactions;
    private final Triggers triggers;
    private final Hooks hooks;
    private final Manifest manifest;
    private final Door door;

    Commanding(
            World world,
            Conversations conversations,
            Interactions interactions,
            Triggers triggers,
            Hooks hooks,
            Manifest manifest,
            Door door) {
        this.world = world;
        this.conversations = conversations;
        this.interactions = interactions;
        this.triggers = triggers;
        this.hooks = hooks;
        this.manifest = manifest;
        this.door = door;
    }

    ObjectNode command(JsonNode wish) {
        String user = Json.text(wish, "user");
        Map<String, String> fields = world.with(() -> fields(user, wish));
        Door.Answer answer = door.command(fields);
        String channel = fields.get("channel_id");
        if (answer.accepted()) {
            return world.with(() -> said(channel, user, answer.body()));
        }
        String words = fields.get("command") + " failed with the error “" + Outcome.word(answer) + "”";
        world.with(() -> conversations.whisper(conversations.channel(channel), user, bySlackbot(words)));
        return Outcome.of(answer).put("message", words);
    }

    ObjectNode shortcut(JsonNode wish) {
        ObjectNode payload = world.with(() -> {
            String user = Json.text(wish, "user");
            String id = Json.text(wish, "callback_id");
            JsonNode shortcut =
                    manifest.shortcut(id).orElseThrow(() -> new RefusedException("no_such_shortcut", callbacks()));
            if (Json.text(shortcut, "type").equals("message")) {
                ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
                ObjectNode message = conversations.message(Json.text(channel, "id"), Json.text(wish, "message_ts"));
                return interactions.messageShortcut(
                        user,
                        id,
                        conversations
                                .post(Json.text(channel, "id"), Json.text(message, "ts"))
                                .orElseThrow());
            }
            ObjectNode global = interactions.payload("shortcut", user).put("callback_id", id);
            return global.put("action_ts", Json.text(global, "trigger_id"));
        });
        return Outcome.of(door.interaction(payload));
    }

    private Map<String, String> fields(String user, JsonNode wish) {
        Team.Person person = Team.person(user).orElseThrow(() -> new RefusedException("user_not_found"));
        ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
        String[] words = Json.text(wish, "text").strip().split("\\s+", 2);
        JsonNode command =
                manifest.command(words[0]).orElseThrow(() -> new RefusedException("not_a_command", commands()));
        if (wish.hasNonNull("thread_ts")) {
            throw new RefusedException(
                    "not_supported_in_threads", List.of(words[0] + " is not supported in threads. Sorry!"));
        }
        String text = words.length > 1 ? words[1] : "";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("token", "playground");
        fields.put("team_id", Team.ID);
        fields.put("team_domain", Team.DOMAIN);
        fields.put("channel_id", Json.text(channel, "id"));
        fields.put("channel_name", Interactions.name(channel));
        fields.put("user_id", user);
        fields.put("user_name", person.name());
        fields.put("command", words[0]);
        fields.put("text", command.path("should_escape").asBoolean() ? Words.inCommand(text) : text);
        fields.put("api_app_id", Team.APP);
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", hooks.url(Json.text(channel, "id"), user, Json.object()));
        fields.put("trigger_id", triggers.forUser(user));
        return fields;
    }

    private ObjectNode said(String channel, String user, String body) {
        if (!body.isBlank()) {
            ObjectNode answer = Json.parse(body)
                    .filter(JsonNode::isObject)
                    .map(ObjectNode.class::cast)
                    .orElseGet(() -> Json.object().put("text", body));
            hooks.answerTo(channel, user, answer);
        }
        return Json.ok();
    }

    private static ObjectNode bySlackbot(String words) {
        return Json.object().put("type", "message").put("user", Team.SLACKBOT).put("text", words);
    }

    private List<String> commands() {
        return manifest.commands().findValuesAsText("command");
    }

    private List<String> callbacks() {
        return manifest.shortcuts().findValuesAsText("callback_id");
    }
}
