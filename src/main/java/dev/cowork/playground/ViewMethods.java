package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// `views.*`: modals and home tabs.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class ViewMethods implements Methods {
    private static final int LARGEST = 250_000;

    private final World world;
    private final Modals modals;
    private final Triggers triggers;

    ViewMethods(World world, Modals modals, Triggers triggers) {
        this.world = world;
        this.modals = modals;
        this.triggers = triggers;
    }

    @Override
    public Map<String, Function<Call, ObjectNode>> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::push,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private ObjectNode open(Call call) {
        JsonNode view = view(call);
        unique(view);
        return answer(modals.open(triggers.use(call.needed("trigger_id")), view));
    }

    private ObjectNode push(Call call) {
        JsonNode view = view(call);
        unique(view);
        return answer(modals.push(triggers.use(call.needed("trigger_id")), view));
    }

    private ObjectNode update(Call call) {
        String id = call.text("view_id");
        String external = call.text("external_id");
        ObjectNode old = world.views.all().stream()
                .filter(view -> id.isEmpty()
                        ? !external.isEmpty() && Json.text(view, "external_id").equals(external)
                        : Json.text(view, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException("not_found"));
        fresh(call, old);
        return answer(modals.update(old, view(call)));
    }

    private ObjectNode publish(Call call) {
        String user = call.needed("user_id");
        if (Team.person(user).isEmpty()) {
            throw new RefusedException("user_not_found");
        }
        ObjectNode old = world.homes.get(user);
        if (old != null) {
            fresh(call, old);
        }
        return answer(modals.publish(user, view(call)));
    }

    private static void fresh(Call call, ObjectNode old) {
        if (call.has("hash") && !call.text("hash").equals(Json.text(old, "hash"))) {
            throw new RefusedException("hash_conflict");
        }
    }

    private void unique(JsonNode view) {
        String external = Json.text(view, "external_id");
        boolean taken = !external.isEmpty()
                && world.views.all().stream()
                        .anyMatch(other -> Json.text(other, "external_id").equals(external));
        if (taken) {
            throw new RefusedException("duplicate_external_id");
        }
    }

    private static JsonNode view(Call call) {
        JsonNode view = call.json("view", "invalid_arguments")
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new RefusedException(
                        "invalid_arguments", List.of("[ERROR] missing required field: view [json-pointer:/view]")));
        if (Json.write(view).length() > LARGEST) {
            throw new RefusedException("view_too_large");
        }
        return view;
    }

    private static ObjectNode answer(ObjectNode view) {
        ObjectNode answer = Json.ok();
        answer.set("view", Modals.told(view));
        return answer;
    }
}
