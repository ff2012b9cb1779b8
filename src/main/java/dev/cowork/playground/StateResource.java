package dev.cowork.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/// What one person sees of the local Slack: everything at once, then each change as it comes.
@Path("/playground")
@IfBuildProfile(anyOf = {"dev", "test"})
class StateResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final String ALIVE = "{\"kind\":\"alive\"}";

    private final World world;
    private final Conversations conversations;
    private final Modals modals;
    private final Sessions sessions;
    private final Manifest manifest;
    private final Changes changes;

    StateResource(
            World world,
            Conversations conversations,
            Modals modals,
            Sessions sessions,
            Manifest manifest,
            Changes changes) {
        this.world = world;
        this.conversations = conversations;
        this.modals = modals;
        this.sessions = sessions;
        this.manifest = manifest;
        this.changes = changes;
    }

    /// `channels[].messages` are the top-level messages, oldest first, each with its `replies`; ephemeral ones are
    /// marked `is_ephemeral`, streaming ones `is_live`.
    @GET
    @Path("/state")
    @RunOnVirtualThread
    public Response state(@QueryParam("user") String user) {
        if (Team.person(user).isEmpty()) {
            return WebApiResource.json(404, Json.error("user_not_found"));
        }
        return WebApiResource.json(200, world.with(() -> seenBy(user)));
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream(@QueryParam("user") String user) {
        Multi<String> hello = Multi.createFrom().item(Json.write(Json.object().put("kind", "hello")));
        Multi<String> beat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(_ -> ALIVE);
        return Multi.createBy().merging().streams(hello, changes.seenBy(user), beat);
    }

    private ObjectNode seenBy(String user) {
        ObjectNode state = Json.ok().put("user", user).put("bot_user", Team.BOT_USER);
        state.set("team", Team.json());
        ArrayNode users = state.putArray("users");
        Team.PEOPLE.forEach(person -> users.add(Team.user(person)));
        users.add(Team.botUser());
        ArrayNode channels = state.putArray("channels");
        world.channels.all().stream()
                .filter(channel -> Conversations.isMember(channel, user) || !isPrivate(channel))
                .forEach(channel -> channels.add(channel(channel, user)));
        ArrayNode open = state.putArray("modals");
        modals.of(user).forEach(view -> open.add(Modals.told(view)));
        ObjectNode home = world.homes.get(user);
        state.set("home", home == null ? null : Modals.told(home));
        ArrayNode statuses = state.putArray("sessions");
        world.sessions.all().forEach(session -> statuses.add(sessions.shown(session)));
        state.set("commands", manifest.commands().deepCopy());
        state.set("shortcuts", manifest.shortcuts().deepCopy());
        return state;
    }

    private ObjectNode channel(ObjectNode channel, String user) {
        ObjectNode shown = channel.deepCopy();
        String id = Json.text(channel, "id");
        ObjectNode read = world.reads.get(user + ":" + id);
        shown.put("last_read", read == null ? "0" : Json.text(read, "ts"));
        shown.put("is_member", Conversations.isMember(channel, user));
        ArrayNode messages = shown.putArray("messages");
        for (ObjectNode post : conversations.posts(id)) {
            if (!post.has("only_for") || Json.text(post, "only_for").equals(user)) {
                place(messages, message(post));
            }
        }
        return shown;
    }

    private static ObjectNode message(ObjectNode post) {
        ObjectNode message = post.get("message").deepCopy();
        return message.put("is_live", post.path("live").asBoolean());
    }

    private static void place(ArrayNode messages, ObjectNode message) {
        String thread = Json.text(message, "thread_ts");
        if (!thread.isEmpty() && !thread.equals(Json.text(message, "ts"))) {
            for (int i = messages.size() - 1; i >= 0; i--) {
                if (Json.text(messages.get(i), "ts").equals(thread)) {
                    ((ObjectNode) messages.get(i)).withArray("/replies").add(message);
                    return;
                }
            }
        }
        messages.add(message);
    }

    private static boolean isPrivate(ObjectNode channel) {
        return channel.path("is_private").asBoolean();
    }
}
