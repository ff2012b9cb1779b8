package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The modals each person has open, one on the other, and their home tabs. Call inside [World#with].
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Modals {
    private static final int HIGHEST = 3;

    private final World world;
    private final Ids ids;
    private final Blocks blocks;
    private final Changes changes;

    Modals(World world, Ids ids, Blocks blocks, Changes changes) {
        this.world = world;
        this.ids = ids;
        this.blocks = blocks;
        this.changes = changes;
    }

    /// The modals of a person, from bottom to top.
    List<ObjectNode> of(String user) {
        List<ObjectNode> open = new ArrayList<>();
        ObjectNode stack = world.stacks.get(user);
        if (stack != null) {
            for (JsonNode id : stack.path("views")) {
                Optional.ofNullable(world.views.get(id.asText())).ifPresent(open::add);
            }
        }
        return open;
    }

    /// Opens a modal in the place of any that is open.
    ObjectNode open(String user, JsonNode given) {
        ObjectNode view = fresh(user, given, "modal");
        clear(user);
        view.put("root_view_id", Json.text(view, "id")).putNull("previous_view_id");
        return keep(user, view, List.of());
    }

    ObjectNode push(String user, JsonNode given) {
        List<ObjectNode> under = of(user);
        if (under.size() >= HIGHEST) {
            throw new RefusedException("push_limit_reached");
        }
        if (under.isEmpty()) {
            throw new RefusedException("not_found");
        }
        ObjectNode view = fresh(user, given, "modal");
        view.put("root_view_id", Json.text(under.getFirst(), "id"));
        view.put("previous_view_id", Json.text(under.getLast(), "id"));
        return keep(user, view, under);
    }

    /// Puts other content in an open modal; what people entered in fields that stay is kept.
    ObjectNode update(ObjectNode old, JsonNode given) {
        String user = Json.text(old, "shown_to");
        ObjectNode view = fresh(user, given, "modal");
        Json.copy(old, view, "id", "root_view_id", "previous_view_id");
        view.set("state", state(view, old.path("state").path("values")));
        world.views.put(Json.text(view, "id"), view);
        tell(user);
        return view;
    }

    ObjectNode publish(String user, JsonNode given) {
        ObjectNode view = fresh(user, given, "home");
        ObjectNode old = world.homes.get(user);
        if (old != null) {
            Json.copy(old, view, "id");
        }
        view.put("root_view_id", Json.text(view, "id"));
        world.homes.put(user, view);
        changes.tellOnly(user, "home", Json.object());
        return view;
    }

    /// Takes the topmost modal away.
    void pop(String user) {
        List<ObjectNode> open = of(user);
        if (!open.isEmpty()) {
            world.views.remove(Json.text(open.removeLast(), "id"));
            keepStack(user, open);
        }
    }

    void clear(String user) {
        of(user).forEach(view -> world.views.remove(Json.text(view, "id")));
        keepStack(user, List.of());
    }

    /// After somebody entered something.
    void entered(ObjectNode view) {
        if (Json.text(view, "type").equals("home")) {
            world.homes.put(Json.text(view, "shown_to"), view);
        } else {
            world.views.put(Json.text(view, "id"), view);
        }
    }

    /// The view as the bot is told of it.
    static ObjectNode told(ObjectNode view) {
        ObjectNode told = view.deepCopy();
        told.remove("shown_to");
        return told;
    }

    private ObjectNode fresh(String user, JsonNode given, String type) {
        if (!Json.text(given, "type").equals(type)) {
            throw new RefusedException(
                    "invalid_arguments", List.of("[ERROR] must be of type " + type + " [json-pointer:/view/type]"));
        }
        List<String> wrong = BlockKitLimits.violations(given);
        if (!wrong.isEmpty()) {
            throw new RefusedException(
                    "invalid_arguments",
                    wrong.stream()
                            .map(one -> one.replace("[json-pointer:", "[json-pointer:/view"))
                            .toList());
        }
        ObjectNode view = given.deepCopy();
        view.put("id", ids.next("V"))
                .put("team_id", Team.ID)
                .put("app_id", Team.APP)
                .put("app_installed_team_id", Team.ID)
                .put("bot_id", Team.BOT)
                .put("hash", ids.timestamp() + "." + ids.next(""))
                .put("shown_to", user);
        for (String optional : List.of("callback_id", "external_id", "private_metadata")) {
            view.put(optional, Json.text(given, optional));
        }
        for (String flag : List.of("clear_on_close", "notify_on_close", "submit_disabled")) {
            view.put(flag, given.path(flag).asBoolean());
        }
        view.set("blocks", blocks.withIds(view.withArray("/blocks")));
        view.set("state", state(view, Json.object()));
        return view;
    }

    private static ObjectNode state(JsonNode view, JsonNode before) {
        return Json.object().set("values", Fields.state(view.path("blocks"), before));
    }

    private ObjectNode keep(String user, ObjectNode view, List<ObjectNode> under) {
        world.views.put(Json.text(view, "id"), view);
        List<ObjectNode> stack = new ArrayList<>(under);
        stack.add(view);
        keepStack(user, stack);
        return view;
    }

    private void keepStack(String user, List<ObjectNode> stack) {
        ArrayNode views = Json.array();
        stack.forEach(view -> views.add(Json.text(view, "id")));
        world.stacks.put(user, Json.object().set("views", views));
        tell(user);
    }

    private void tell(String user) {
        changes.tellOnly(user, "modals", Json.object());
    }
}
