package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// `conversations.*`: channels, who is in them, and what was said.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class ConversationMethods implements Methods {
    private final World world;
    private final Conversations conversations;

    ConversationMethods(World world, Conversations conversations) {
        this.world = world;
        this.conversations = conversations;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "conversations.list", this::list,
                "conversations.info", call -> with(byId(call)),
                "conversations.open", this::open,
                "conversations.join", this::join,
                "conversations.members", this::members,
                "conversations.history", this::history,
                "conversations.replies", this::replies);
    }

    private ObjectNode list(Call call) {
        List<String> types = List.of((call.has("types") ? call.text("types") : "public_channel").split(","));
        boolean skipArchived = call.flag("exclude_archived");
        Stream<ObjectNode> wanted = world.channels.all().stream()
                .filter(channel -> types.contains(type(channel)))
                .filter(channel -> !skipArchived || !channel.path("is_archived").asBoolean())
                .map(ConversationMethods::shown);
        return page("channels", wanted.toList(), call);
    }

    private ObjectNode open(Call call) {
        String user = call.has("channel") ? Json.text(byId(call), "user") : call.needed("users");
        Team.Person person = Team.person(user).orElseThrow(() -> new RefusedException("user_not_found"));
        return with(conversations.channel(person.dm())).put("no_op", true).put("already_open", true);
    }

    private ObjectNode join(Call call) {
        ObjectNode channel = byId(call);
        if (!Conversations.isMember(channel, Team.BOT_USER)) {
            channel.withArray("/members").add(Team.BOT_USER);
            world.channels.put(Json.text(channel, "id"), channel);
        }
        return with(channel);
    }

    private ObjectNode members(Call call) {
        List<JsonNode> members = new ArrayList<>();
        byId(call).path("members").forEach(members::add);
        return page("members", members, call);
    }

    private ObjectNode history(Call call) {
        ObjectNode channel = readable(call);
        List<ObjectNode> messages = new ArrayList<>(conversations.history(Json.text(channel, "id")));
        Collections.reverse(messages);
        return page("messages", between(messages, call), call);
    }

    private ObjectNode replies(Call call) {
        ObjectNode channel = readable(call);
        List<ObjectNode> thread = conversations.thread(Json.text(channel, "id"), call.needed("ts"));
        if (thread.isEmpty()) {
            throw new RefusedException("thread_not_found");
        }
        ObjectNode answer = page("messages", between(thread.subList(1, thread.size()), call), call);
        // Slack sends the first message of the thread with each page.
        answer.withArray("/messages").insert(0, thread.getFirst().deepCopy());
        return answer;
    }

    private ObjectNode readable(Call call) {
        ObjectNode channel = byId(call);
        if (!Conversations.isMember(channel, Team.BOT_USER)) {
            throw new RefusedException("not_in_channel");
        }
        return channel;
    }

    /// Reading methods take ids only, as Slack's do.
    private ObjectNode byId(Call call) {
        ObjectNode channel = world.channels.get(call.needed("channel"));
        if (channel == null) {
            throw new RefusedException("channel_not_found");
        }
        return channel;
    }

    private static List<ObjectNode> between(List<ObjectNode> messages, Call call) {
        String oldest = call.has("oldest") ? call.text("oldest") : "0";
        String latest = call.has("latest") ? call.text("latest") : "9";
        boolean inclusive = call.flag("inclusive");
        return messages.stream()
                .filter(message -> {
                    String ts = Json.text(message, "ts");
                    boolean within = ts.compareTo(oldest) > 0 && ts.compareTo(latest) < 0;
                    return within || inclusive && (ts.equals(oldest) || ts.equals(latest));
                })
                .toList();
    }

    private static ObjectNode page(String name, List<? extends JsonNode> all, Call call) {
        int from = call.number("cursor", 0);
        int limit = Math.min(Math.max(call.number("limit", 100), 1), 1000);
        int to = Math.min(from + limit, all.size());
        ObjectNode answer = Json.ok();
        ArrayNode page = answer.putArray(name);
        for (int i = from; i < to; i++) {
            page.add(all.get(i).deepCopy());
        }
        boolean more = to < all.size();
        answer.put("has_more", more);
        answer.putObject("response_metadata").put("next_cursor", more ? Integer.toString(to) : "");
        return answer;
    }

    private static String type(JsonNode channel) {
        if (channel.path("is_im").asBoolean()) {
            return "im";
        }
        return channel.path("is_private").asBoolean() ? "private_channel" : "public_channel";
    }

    private static ObjectNode with(ObjectNode channel) {
        ObjectNode answer = Json.ok();
        answer.set("channel", shown(channel));
        return answer;
    }

    private static ObjectNode shown(ObjectNode channel) {
        ObjectNode shown = channel.deepCopy();
        shown.put("is_member", Conversations.isMember(channel, Team.BOT_USER));
        shown.put("num_members", channel.path("members").size());
        shown.remove(List.of("members", "suggested_prompts"));
        return shown;
    }
}
