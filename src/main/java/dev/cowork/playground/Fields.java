package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What stands in the input elements of a view or message: Slack's `state`, from first values and from what people
/// enter.
final class Fields {
    private static final Map<String, String> HOLDS = Map.ofEntries(
            Map.entry("plain_text_input", "value"),
            Map.entry("email_text_input", "value"),
            Map.entry("url_text_input", "value"),
            Map.entry("number_input", "value"),
            Map.entry("static_select", "selected_option"),
            Map.entry("external_select", "selected_option"),
            Map.entry("radio_buttons", "selected_option"),
            Map.entry("multi_static_select", "selected_options"),
            Map.entry("multi_external_select", "selected_options"),
            Map.entry("checkboxes", "selected_options"),
            Map.entry("users_select", "selected_user"),
            Map.entry("multi_users_select", "selected_users"),
            Map.entry("conversations_select", "selected_conversation"),
            Map.entry("multi_conversations_select", "selected_conversations"),
            Map.entry("channels_select", "selected_channel"),
            Map.entry("multi_channels_select", "selected_channels"),
            Map.entry("datepicker", "selected_date"),
            Map.entry("timepicker", "selected_time"),
            Map.entry("datetimepicker", "selected_date_time"),
            Map.entry("rich_text_input", "rich_text_value"),
            Map.entry("file_input", "files"));

    private Fields() {}

    /// The name under which an element's state is kept; empty for a button and its like.
    static Optional<String> holds(JsonNode element) {
        return Optional.ofNullable(HOLDS.get(Json.text(element, "type")));
    }

    /// The state of a whole view or message: what was there before where the field is the same, else first values.
    static ObjectNode state(JsonNode blocks, JsonNode before) {
        ObjectNode values = Json.object();
        for (JsonNode block : blocks) {
            for (ObjectNode element : Blocks.elements(block)) {
                String action = Json.text(element, "action_id");
                String id = Json.text(block, "block_id");
                holds(element).ifPresent(key -> {
                    JsonNode kept = before.path(id).path(action);
                    boolean same = Json.text(kept, "type").equals(Json.text(element, "type"));
                    values.withObject("/" + pointer(id)).set(action, same ? kept.deepCopy() : first(element, key));
                });
            }
        }
        return values;
    }

    /// The state of one element after somebody entered something in it.
    ///
    /// @param given the element's state as Slack has it, or plainly a text, number or list of texts: an option
    ///     is found by its value or its visible text, a person or channel by id or name
    static ObjectNode entered(JsonNode element, JsonNode given, Conversations conversations) {
        String key = holds(element).orElseThrow(() -> new RefusedException("no_such_field"));
        ObjectNode state = Json.object().put("type", Json.text(element, "type"));
        if (given.isObject() && !key.equals("rich_text_value")) {
            return state.set(key, given.path(key).deepCopy());
        }
        JsonNode value = switch (key) {
            case "selected_option" -> option(element, given.asText());
            case "selected_options" -> several(given, words -> option(element, words));
            case "selected_user" -> person(given.asText());
            case "selected_users" -> several(given, Fields::person);
            case "selected_conversation", "selected_channel" -> channel(given.asText(), conversations);
            case "selected_conversations", "selected_channels" ->
                several(given, words -> channel(words, conversations));
            case "value" -> given.isNull() ? given : text(given.asText());
            default -> given;
        };
        state.set(key, value);
        return state;
    }

    static List<JsonNode> options(JsonNode element) {
        List<JsonNode> options = new ArrayList<>();
        element.path("options").forEach(options::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(options::add));
        return options;
    }

    private static ObjectNode first(JsonNode element, String key) {
        ObjectNode state = Json.object().put("type", Json.text(element, "type"));
        String initial = key.equals("value") ? "initial_value" : key.replace("selected_", "initial_");
        if (element.hasNonNull(initial)) {
            state.set(key, element.get(initial).deepCopy());
        } else if (key.endsWith("s")) {
            state.putArray(key);
        } else {
            state.putNull(key);
        }
        return state;
    }

    private static JsonNode option(JsonNode element, String words) {
        if (words.isEmpty()) {
            return Json.object().nullNode();
        }
        for (JsonNode option : options(element)) {
            if (Json.text(option, "value").equals(words)
                    || Json.text(option.path("text"), "text").equals(words)) {
                ObjectNode chosen = Json.object();
                Json.copy(option, chosen, "text", "value", "description");
                return chosen;
            }
        }
        throw new RefusedException("no_such_option", List.of(words));
    }

    private static JsonNode person(String words) {
        return words.isEmpty()
                ? Json.object().nullNode()
                : text(Team.called(words)
                        .orElseThrow(() -> new RefusedException("user_not_found"))
                        .id());
    }

    private static JsonNode channel(String words, Conversations conversations) {
        return words.isEmpty() ? Json.object().nullNode() : text(Json.text(conversations.channel(words), "id"));
    }

    private static ArrayNode several(JsonNode given, Function<String, JsonNode> one) {
        ArrayNode all = Json.array();
        if (given.isArray()) {
            given.forEach(item -> all.add(one.apply(item.asText())));
        } else if (!given.asText("").isEmpty()) {
            for (String item : given.asText().split(",")) {
                all.add(one.apply(item.strip()));
            }
        }
        return all;
    }

    private static JsonNode text(String text) {
        return Json.object().textNode(text);
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
