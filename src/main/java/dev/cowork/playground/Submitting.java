package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person submits or closes a modal.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Submitting {
    private record Ready(ObjectNode view, Map<String, String> complaints, ObjectNode payload) {}

    private final World world;
    private final Conversations conversations;
    private final Modals modals;
    private final Interactions interactions;
    private final Door door;

    Submitting(World world, Conversations conversations, Modals modals, Interactions interactions, Door door) {
        this.world = world;
        this.conversations = conversations;
        this.modals = modals;
        this.interactions = interactions;
        this.door = door;
    }

    ObjectNode submit(JsonNode wish) {
        String user = Json.text(wish, "user");
        Ready ready = world.with(() -> ready(user, wish));
        if (!ready.complaints().isEmpty()) {
            return withErrors(ready.complaints());
        }
        Door.Answer answer = door.interaction(ready.payload());
        if (!answer.accepted()) {
            return Outcome.of(answer);
        }
        return world.with(() -> followed(user, ready.view(), answer.body()));
    }

    ObjectNode close(JsonNode wish) {
        String user = Json.text(wish, "user");
        boolean all = wish.path("all").asBoolean();
        List<ObjectNode> heard = world.with(() -> {
            List<ObjectNode> open = modals.of(user);
            if (open.isEmpty()) {
                throw new RefusedException("view_not_found");
            }
            boolean clear = all || open.getLast().path("clear_on_close").asBoolean();
            List<ObjectNode> closed = clear ? open : List.of(open.getLast());
            if (clear) {
                modals.clear(user);
            } else {
                modals.pop(user);
            }
            return closed.reversed().stream()
                    .filter(view -> view.path("notify_on_close").asBoolean())
                    .map(view -> interactions.closing(user, view, clear))
                    .toList();
        });
        return heard.stream().map(door::interaction).map(Outcome::of).reduce(Json.ok(), Submitting::worse);
    }

    private static ObjectNode worse(ObjectNode one, ObjectNode other) {
        return one.path("ok").asBoolean() ? other : one;
    }

    private Ready ready(String user, JsonNode wish) {
        List<ObjectNode> open = modals.of(user);
        String id = Json.text(wish, "view_id");
        if (open.isEmpty() || !id.isEmpty() && !Json.text(open.getLast(), "id").equals(id)) {
            throw new RefusedException("view_not_found");
        }
        ObjectNode view = open.getLast();
        if (!view.has("submit")) {
            throw new RefusedException("view_has_no_submit");
        }
        if (wish.path("values").isObject()) {
            Form.enter(view, wish.get("values"), conversations);
            modals.entered(view);
        }
        return new Ready(view, Form.complaints(view), interactions.submission(user, view));
    }

    private ObjectNode followed(String user, ObjectNode view, String body) {
        Optional<JsonNode> said = body.isBlank() ? Optional.empty() : Json.parse(body);
        String action = said.map(answer -> Json.text(answer, "response_action")).orElse("");
        JsonNode answer = said.orElseGet(Json::object);
        switch (action) {
            case "errors" -> {
                return errors(view, answer.path("errors"));
            }
            case "update" -> modals.update(still(user, view), answer.path("view"));
            case "push" -> modals.push(user, answer.path("view"));
            case "clear" -> modals.clear(user);
            default -> popIfOnTop(user, view);
        }
        ObjectNode result = Json.ok().put("response_action", action);
        List<ObjectNode> open = modals.of(user);
        if (!open.isEmpty()) {
            result.set("view", Modals.told(open.getLast()));
        }
        return result;
    }

    private ObjectNode still(String user, ObjectNode view) {
        return modals.of(user).stream()
                .filter(open -> Json.text(open, "id").equals(Json.text(view, "id")))
                .findFirst()
                .orElseThrow(() -> new RefusedException("view_not_found"));
    }

    /// The bot may have put another modal on top, or taken this one's place, while it was asked.
    private void popIfOnTop(String user, ObjectNode view) {
        List<ObjectNode> open = modals.of(user);
        if (!open.isEmpty() && Json.text(open.getLast(), "id").equals(Json.text(view, "id"))) {
            modals.pop(user);
        }
    }

    private static ObjectNode errors(ObjectNode view, JsonNode errors) {
        for (Map.Entry<String, JsonNode> error : errors.properties()) {
            boolean known = false;
            for (JsonNode block : view.path("blocks")) {
                known |= Json.text(block, "block_id").equals(error.getKey())
                        && Json.text(block, "type").equals("input");
            }
            if (!known) {
                throw new RefusedException("invalid_response", List.of("no input block is called " + error.getKey()));
            }
        }
        ObjectNode result = Json.error("invalid_input");
        result.set("errors", errors);
        return result;
    }

    private static ObjectNode withErrors(Map<String, String> complaints) {
        ObjectNode result = Json.error("invalid_input");
        ObjectNode errors = result.putObject("errors");
        complaints.forEach(errors::put);
        return result;
    }
}
