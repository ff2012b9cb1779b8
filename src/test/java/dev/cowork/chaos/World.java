package dev.cowork.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What stands in the Slack of a chaos run, and the Web API's methods on it. Forgets nothing and is never down itself.
final class World {
    static final String TEAM = "T0CHAOS";
    static final String BOT = "U0COWORKB";
    static final String BOT_ID = "B0COWORK";
    static final String APPROVALS = "C0APPROVE";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> channels;
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Consumer<ObjectNode> echo;
    private Consumer<Message> reader = _ -> {};
    private long last;

    /// @param channels names by id
    /// @param echo hears of each message the bot made
    World(Map<String, String> channels, Consumer<ObjectNode> echo) {
        this.channels = channels;
        this.echo = echo;
    }

    /// Somebody who sees each message when it is made and whenever it changes. They must not dawdle: all of Slack
    /// waits.
    synchronized void isReadBy(Consumer<Message> somebody) {
        reader = somebody;
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages.values());
    }

    synchronized String nextTs() {
        return "%d.%06d".formatted(System.currentTimeMillis() / 1_000, ++last % 1_000_000);
    }

    synchronized ObjectNode answer(String method, Map<String, String> fields) {
        return switch (method) {
            case "auth.test" ->
                yes().put("user_id", BOT).put("team_id", teamOf(fields)).put("bot_id", BOT_ID);
            case "conversations.list" -> list();
            case "chat.postMessage" ->
                made(
                        fields,
                        new Message(
                                channel(fields),
                                thread(fields),
                                nextTs(),
                                fields.getOrDefault("text", ""),
                                json(fields, "metadata")));
            case "chat.startStream" ->
                made(
                        fields,
                        Message.streaming(
                                channel(fields), thread(fields), nextTs(), fields.getOrDefault("markdown_text", "")));
            case "chat.update" -> update(fields);
            case "chat.appendStream" ->
                streamed(fields, message -> message.append(fields.getOrDefault("markdown_text", "")));
            case "chat.stopStream" ->
                streamed(
                        fields,
                        message -> message.endStream(fields.getOrDefault("markdown_text", ""), json(fields, "blocks")));
            case "conversations.replies", "conversations.history" -> history(fields);
            case "chat.postEphemeral" -> yes().put("message_ts", nextTs());
            case "views.open", "views.update", "views.publish", "views.push", "agents.sessions.setStatus" -> yes();
            default -> no("unknown_method");
        };
    }

    private ObjectNode made(Map<String, String> fields, Message message) {
        if (!channels.containsKey(message.channel) && !message.channel.startsWith("U")) {
            return no("channel_not_found");
        }
        if (fields.containsKey("blocks")) {
            message.rewrite(fields.getOrDefault("text", ""), json(fields, "blocks"));
        }
        messages.put(message.channel + "/" + message.ts, message);
        echo.accept(message.told());
        reader.accept(message);
        return yes().put("channel", message.channel).put("ts", message.ts);
    }

    private ObjectNode update(Map<String, String> fields) {
        var message = find(fields);
        if (message.isEmpty()) {
            return no("message_not_found");
        }
        if (message.get().isStreaming()) {
            return no("streaming_state_conflict");
        }
        message.get().rewrite(fields.getOrDefault("text", ""), json(fields, "blocks"));
        reader.accept(message.get());
        return yes().put("channel", fields.get("channel")).put("ts", fields.get("ts"));
    }

    private ObjectNode streamed(Map<String, String> fields, Consumer<Message> deed) {
        var message = find(fields);
        if (message.isEmpty()) {
            return no("message_not_found");
        }
        if (!message.get().isStreaming()) {
            return no("message_not_in_streaming_state");
        }
        deed.accept(message.get());
        reader.accept(message.get());
        return yes().put("channel", fields.get("channel")).put("ts", fields.get("ts"));
    }

    /// Oldest first in a thread, newest first in a channel, as Slack has it.
    private ObjectNode history(Map<String, String> fields) {
        var thread = fields.getOrDefault("ts", "");
        var found = new ArrayList<JsonNode>();
        messages.values().stream()
                .filter(message -> message.channel.equals(fields.get("channel")))
                .filter(message -> thread.isEmpty() ? message.thread.isEmpty() : message.thread.equals(thread))
                .filter(message -> message.ts.compareTo(fields.getOrDefault("oldest", "")) >= 0)
                .forEach(message -> found.add(message.told()));
        if (thread.isEmpty()) {
            Collections.reverse(found);
        }
        var limit = Integer.parseInt(fields.getOrDefault("limit", "100"));
        var answer = yes();
        var shown = answer.putArray("messages");
        found.stream().limit(limit).forEach(shown::add);
        return answer;
    }

    private ObjectNode list() {
        var answer = yes();
        var list = answer.putArray("channels");
        channels.forEach(
                (id, name) -> list.addObject().put("id", id).put("name", name).put("is_member", true));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private Optional<Message> find(Map<String, String> fields) {
        return Optional.ofNullable(messages.get(fields.get("channel") + "/" + fields.get("ts")));
    }

    /// What a workspace grants that installs the app.
    ///
    /// @param team stands in the code
    static ObjectNode installed(String team) {
        var answer = yes().put("app_id", "A0CHAOS").put("is_enterprise_install", false);
        answer.putObject("authed_user").put("id", "U0ADMIN01");
        answer.putObject("team").put("id", team).put("name", "Team " + team);
        return answer.put("access_token", SlackServer.TOKEN + "-" + team)
                .put("token_type", "bot")
                .put("scope", "chat:write,commands")
                .put("bot_user_id", BOT);
    }

    private static String teamOf(Map<String, String> fields) {
        var installed = fields.getOrDefault("token", "").replaceFirst("^" + SlackServer.TOKEN + "-?", "");
        return installed.isEmpty() ? TEAM : installed;
    }

    private static String channel(Map<String, String> fields) {
        return fields.getOrDefault("channel", "");
    }

    private static String thread(Map<String, String> fields) {
        return fields.getOrDefault("thread_ts", "");
    }

    private static JsonNode json(Map<String, String> fields, String name) {
        try {
            return fields.containsKey(name) ? JSON.readTree(fields.get(name)) : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the bot sent broken JSON as " + name, e);
        }
    }

    static ObjectNode yes() {
        return JSON.createObjectNode().put("ok", true);
    }

    static ObjectNode no(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }
}
