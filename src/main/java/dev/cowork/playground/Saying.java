package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What people do that the bot only hears of: messages, reactions, opening its home, stopping it, joining.
///
/// Each returns after the bot's first answer, and `delivered` tells whether it took the event.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Saying {
    private static final int PATIENCE_SECONDS = 10;

    private record Said(ObjectNode result, CompletableFuture<Boolean> heard) {}

    private final World world;
    private final Conversations conversations;
    private final Events events;
    private final Ids ids;
    private final Changes changes;

    Saying(World world, Conversations conversations, Events events, Ids ids, Changes changes) {
        this.world = world;
        this.conversations = conversations;
        this.events = events;
        this.ids = ids;
        this.changes = changes;
    }

    ObjectNode message(JsonNode wish) {
        return told(world.with(() -> {
            String user = member(wish);
            ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
            String typed = Json.text(wish, "text");
            if (typed.isBlank()) {
                throw new RefusedException("no_text");
            }
            String text = Words.inMessage(typed);
            ObjectNode message = Json.object()
                    .put("type", "message")
                    .put("user", user)
                    .put("team", Team.ID)
                    .put("client_msg_id", UUID.randomUUID().toString())
                    .put("text", text);
            message.set("blocks", Words.block(text, ids.next("b")));
            if (wish.hasNonNull("thread_ts")) {
                ObjectNode root = conversations.message(Json.text(channel, "id"), Json.text(wish, "thread_ts"));
                message.put("thread_ts", Json.text(root, "ts")).put("parent_user_id", Json.text(root, "user"));
            }
            CompletableFuture<Boolean> heard = conversations.publish(channel, message, false);
            return new Said(
                    Json.ok().put("channel", Json.text(channel, "id")).put("ts", Json.text(message, "ts")), heard);
        }));
    }

    ObjectNode home(JsonNode wish) {
        return told(world.with(() -> {
            String user = Json.text(wish, "user");
            Team.Person person = Team.person(user).orElseThrow(() -> new RefusedException("user_not_found"));
            String tab = wish.hasNonNull("tab") ? Json.text(wish, "tab") : "home";
            ObjectNode view = world.homes.get(user);
            JsonNode shown = view == null ? Json.object().nullNode() : Modals.told(view);
            return new Said(Json.ok(), events.homeOpened(conversations.channel(person.dm()), user, tab, shown));
        }));
    }

    ObjectNode stop(JsonNode wish) {
        return told(world.with(() -> {
            String user = member(wish);
            ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
            String thread = Json.text(wish, "thread_ts");
            var streaming = Json.array();
            conversations.posts(Json.text(channel, "id")).stream()
                    .filter(post -> post.path("live").asBoolean())
                    .filter(post -> Json.text(post.path("message"), "thread_ts").equals(thread))
                    .forEach(post -> streaming.add(Json.text(post.path("message"), "ts")));
            return new Said(Json.ok(), events.stopped(channel, thread, user, streaming));
        }));
    }

    ObjectNode react(JsonNode wish) {
        return told(world.with(() -> {
            String user = member(wish);
            ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
            String id = Json.text(channel, "id");
            ObjectNode message = conversations.message(id, Json.text(wish, "message_ts"));
            boolean isTakenBack = Reactions.remove(message, Json.text(wish, "name"), user);
            if (!isTakenBack) {
                Reactions.add(message, Json.text(wish, "name"), user);
            }
            Reactions.tidy(message);
            conversations.store(conversations.post(id, Json.text(message, "ts")).orElseThrow());
            return new Said(
                    Json.ok(),
                    events.reacted(
                            isTakenBack ? "reaction_removed" : "reaction_added",
                            channel,
                            message,
                            user,
                            Json.text(wish, "name")));
        }));
    }

    ObjectNode join(JsonNode wish) {
        return told(world.with(() -> {
            String user = Json.text(wish, "user");
            ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
            if (Conversations.isMember(channel, user)) {
                return new Said(Json.ok().put("already_in_channel", true), CompletableFuture.completedFuture(true));
            }
            channel.withArray("/members").add(user);
            world.channels.put(Json.text(channel, "id"), channel);
            changes.tell("channel", Json.object());
            return new Said(Json.ok(), events.joined(channel, user));
        }));
    }

    ObjectNode read(JsonNode wish) {
        return world.with(() -> {
            String id = Json.text(wish, "user") + ":" + Json.text(wish, "channel");
            world.reads.put(id, Json.object().put("ts", Json.text(wish, "ts")));
            return Json.ok();
        });
    }

    private String member(JsonNode wish) {
        String user = Json.text(wish, "user");
        if (Team.person(user).isEmpty()) {
            throw new RefusedException("user_not_found");
        }
        if (!Conversations.isMember(conversations.channel(Json.text(wish, "channel")), user)) {
            throw new RefusedException("not_in_channel");
        }
        return user;
    }

    private static ObjectNode told(Said said) {
        try {
            return said.result().put("delivered", said.heard().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException unheard) {
            return said.result().put("delivered", false);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return said.result().put("delivered", false);
        }
    }
}
