package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A modal as a form: what people enter in it, and what Slack itself refuses before it asks the app.
final class Form {
    private static final String EMPTY = "Please complete this required field.";

    private Form() {}

    /// Enters values by block id, action id or visible label; see [Fields#entered] for what a value may be.
    static void enter(ObjectNode view, JsonNode values, Conversations conversations) {
        ObjectNode state = view.withObject("/state").withObject("/values");
        values.properties().forEach(entry -> {
            boolean known = false;
            for (JsonNode block : view.path("blocks")) {
                for (ObjectNode element : Blocks.elements(block)) {
                    Optional<JsonNode> given = given(entry.getKey(), entry.getValue(), block, element);
                    if (given.isPresent() && Fields.holds(element).isPresent()) {
                        known = true;
                        ObjectNode entered = Fields.entered(element, given.get(), conversations);
                        at(state, Json.text(block, "block_id")).set(Json.text(element, "action_id"), entered);
                    }
                }
            }
            if (!known) {
                throw new RefusedException("no_such_field", List.of(entry.getKey()));
            }
        });
    }

    /// Slack's own complaints, by block id.
    static Map<String, String> complaints(JsonNode view) {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (JsonNode block : view.path("blocks")) {
            if (Json.text(block, "type").equals("input")) {
                JsonNode element = block.path("element");
                JsonNode state = view.path("state")
                        .path("values")
                        .path(Json.text(block, "block_id"))
                        .path(Json.text(element, "action_id"));
                complaint(block, element, state)
                        .ifPresent(words -> complaints.put(Json.text(block, "block_id"), words));
            }
        }
        return complaints;
    }

    private static Optional<JsonNode> given(String name, JsonNode value, JsonNode block, JsonNode element) {
        String action = Json.text(element, "action_id");
        if (name.equals(Json.text(block, "block_id"))) {
            if (!value.isObject() || value.has("type")) {
                return Optional.of(value);
            }
            return Optional.ofNullable(value.get(action));
        }
        boolean named = name.equals(action) || name.equals(Json.text(block.path("label"), "text"));
        return named ? Optional.of(value) : Optional.empty();
    }

    private static ObjectNode at(ObjectNode state, String block) {
        if (!state.path(block).isObject()) {
            state.putObject(block);
        }
        return (ObjectNode) state.get(block);
    }

    private static Optional<String> complaint(JsonNode block, JsonNode element, JsonNode state) {
        JsonNode value = state.path(Fields.holds(element).orElse("value"));
        boolean empty = value.isNull() || value.isMissingNode() || value.isArray() && value.isEmpty();
        if (empty || value.isTextual() && value.asText().isBlank()) {
            return block.path("optional").asBoolean() ? Optional.empty() : Optional.of(EMPTY);
        }
        return switch (Json.text(element, "type")) {
            case "plain_text_input" -> length(element, value.asText());
            case "number_input" -> number(element, value.asText());
            case "email_text_input" ->
                complainUnless(
                        value.asText().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "Please enter a valid email address.");
            case "url_text_input" ->
                complainUnless(value.asText().matches("https?://\\S+"), "Please enter a valid URL.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> length(JsonNode element, String text) {
        int min = element.path("min_length").asInt(0);
        int max = element.path("max_length").asInt(3000);
        if (text.length() < min) {
            return Optional.of("Please enter at least " + min + " characters.");
        }
        return complainUnless(text.length() <= max, "Please enter no more than " + max + " characters.");
    }

    private static Optional<String> number(JsonNode element, String text) {
        boolean decimal = element.path("is_decimal_allowed").asBoolean();
        if (!text.matches(decimal ? "-?\\d+([.,]\\d+)?" : "-?\\d+")) {
            return Optional.of(decimal ? "Please enter a number." : "Please enter a whole number.");
        }
        var number = new BigDecimal(text.replace(',', '.'));
        if (element.hasNonNull("min_value") && number.compareTo(new BigDecimal(Json.text(element, "min_value"))) < 0) {
            return Optional.of("Please enter a number of at least " + Json.text(element, "min_value") + ".");
        }
        boolean tooMuch = element.hasNonNull("max_value")
                && number.compareTo(new BigDecimal(Json.text(element, "max_value"))) > 0;
        return complainUnless(!tooMuch, "Please enter a number of at most " + Json.text(element, "max_value") + ".");
    }

    private static Optional<String> complainUnless(boolean fine, String words) {
        return fine ? Optional.empty() : Optional.of(words);
    }
}
