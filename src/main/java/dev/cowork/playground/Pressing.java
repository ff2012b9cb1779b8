package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A person presses a button or chooses from a menu, in a message, a modal or their home tab.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Pressing {
    /// What was pressed.
    ///
    /// @param option the option chosen with it (overflow, feedback, menu); a missing node where there is none
    private record Pressed(JsonNode block, ObjectNode element, JsonNode option) {}

    private final World world;
    private final Conversations conversations;
    private final Modals modals;
    private final Interactions interactions;
    private final Door door;
    private final Ids ids;

    Pressing(World world, Conversations conversations, Modals modals, Interactions interactions, Door door, Ids ids) {
        this.world = world;
        this.conversations = conversations;
        this.modals = modals;
        this.interactions = interactions;
        this.door = door;
        this.ids = ids;
    }

    ObjectNode press(JsonNode wish) {
        ObjectNode payload = world.with(() -> wish.hasNonNull("message_ts") ? onMessage(wish) : onView(wish));
        return Outcome.of(door.interaction(payload));
    }

    private ObjectNode onMessage(JsonNode wish) {
        String user = Json.text(wish, "user");
        ObjectNode channel = conversations.channel(Json.text(wish, "channel"));
        ObjectNode post = conversations
                .post(Json.text(channel, "id"), Json.text(wish, "message_ts"))
                .filter(it -> !it.has("only_for") || Json.text(it, "only_for").equals(user))
                .orElseThrow(() -> new RefusedException("message_not_found"));
        JsonNode blocks = post.path("message").path("blocks");
        Pressed pressed = find(blocks, wish);
        ObjectNode state = Fields.state(blocks, wish.path("state"));
        ObjectNode action = action(pressed, wish);
        enter(state, pressed, action);
        return interactions.onMessage(user, post, action, state);
    }

    private ObjectNode onView(JsonNode wish) {
        String user = Json.text(wish, "user");
        ObjectNode view = view(user, Json.text(wish, "view_id"));
        if (wish.path("values").isObject()) {
            Form.enter(view, wish.get("values"), conversations);
        }
        Pressed pressed = find(view.path("blocks"), wish);
        ObjectNode action = action(pressed, wish);
        enter(view.withObject("/state").withObject("/values"), pressed, action);
        modals.entered(view);
        return interactions.onView(user, view, action);
    }

    /// An open modal by its id, or the person's home tab by its id or by `home`.
    private ObjectNode view(String user, String id) {
        ObjectNode home = world.homes.get(user);
        if (home != null && (id.equals("home") || Json.text(home, "id").equals(id))) {
            return home;
        }
        return modals.of(user).stream()
                .filter(view -> Json.text(view, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("view_not_found"));
    }

    private static Pressed find(JsonNode blocks, JsonNode wish) {
        List<String> labels = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (ObjectNode element : Blocks.elements(block)) {
                Optional<JsonNode> option = matches(block, element, wish);
                if (option.isPresent()) {
                    return new Pressed(block, element, option.get());
                }
                labels.addAll(Labels.of(element));
            }
        }
        throw new RefusedException("no_such_button", labels);
    }

    private static Optional<JsonNode> matches(JsonNode block, ObjectNode element, JsonNode wish) {
        boolean elsewhere =
                wish.hasNonNull("block_id") && !Json.text(wish, "block_id").equals(Json.text(block, "block_id"));
        if (elsewhere) {
            return Optional.empty();
        }
        if (wish.hasNonNull("action_id")) {
            boolean found = Json.text(element, "action_id").equals(Json.text(wish, "action_id"));
            return found ? Optional.of(chosen(element, wish)) : Optional.empty();
        }
        String label = Json.text(wish, "label");
        if (Json.text(element.path("text"), "text").equals(label)) {
            return Optional.of(Json.object());
        }
        return Labels.option(element, label);
    }

    private static JsonNode chosen(ObjectNode element, JsonNode wish) {
        JsonNode option = wish.path("selected_option");
        String words = option.isObject() ? Json.text(option, "value") : option.asText(Json.text(wish, "value"));
        return Labels.option(element, words).orElseGet(Json::object);
    }

    private ObjectNode action(Pressed pressed, JsonNode wish) {
        ObjectNode element = pressed.element();
        ObjectNode action = Json.object()
                .put("type", Json.text(element, "type"))
                .put("action_id", Json.text(element, "action_id"))
                .put("block_id", Json.text(pressed.block(), "block_id"))
                .put("action_ts", ids.timestamp());
        switch (Json.text(element, "type")) {
            case "button", "icon_button" -> Json.copy(element, action, "text", "value", "style", "url");
            case "feedback_buttons" -> Json.copy(pressed.option(), action, "text", "value");
            case "overflow" -> action.set("selected_option", pressed.option().deepCopy());
            default -> {
                Json.copy(element, action, "placeholder");
                action.setAll(Fields.entered(element, value(pressed, wish), conversations));
            }
        }
        return action;
    }

    private static JsonNode value(Pressed pressed, JsonNode wish) {
        for (String name : List.of("value", "selected_option", "selected_options", "selected_user", "selected_users")) {
            JsonNode given = wish.path(name);
            if (!given.isMissingNode()) {
                return given.isObject() && given.has("value") ? given.get("value") : given;
            }
        }
        return pressed.option().path("value");
    }

    private static void enter(ObjectNode state, Pressed pressed, ObjectNode action) {
        Fields.holds(pressed.element()).ifPresent(key -> {
            ObjectNode entered = Json.object().put("type", Json.text(action, "type"));
            entered.set(key, action.path(key).deepCopy());
            String block = Json.text(pressed.block(), "block_id");
            if (!state.path(block).isObject()) {
                state.putObject(block);
            }
            ((ObjectNode) state.get(block)).set(Json.text(action, "action_id"), entered);
        });
    }
}
