package dev.cowork.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A modal that stands open before a person. Fields are named by the words beside them.
public final class Modal {
    private final Person person;
    private final JsonNode view;

    Modal(Person person, JsonNode view) {
        this.person = person;
        this.view = view;
    }

    String id() {
        return view.path("id").asText();
    }

    public String title() {
        return view.path("title").path("text").asText();
    }

    /// What it says besides its fields.
    public String words() {
        var words = new StringBuilder();
        view.path("blocks")
                .forEach(block ->
                        words.append(block.path("text").path("text").asText()).append('\n'));
        return words.toString();
    }

    /// The words beside the inputs, from top to bottom.
    public List<String> fields() {
        List<String> labels = new ArrayList<>();
        for (var block : view.path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                labels.add(block.path("label").path("text").asText());
            }
        }
        return labels;
    }

    /// The choices of a select.
    public List<String> choices(String field) {
        List<String> choices = new ArrayList<>();
        for (var block : view.path("blocks")) {
            if (block.path("label").path("text").asText().equals(field)) {
                block.path("element")
                        .path("options")
                        .forEach(option ->
                                choices.add(option.path("text").path("text").asText()));
            }
        }
        return choices;
    }

    /// What stands in a text field already.
    public String prefilled(String field) {
        for (var block : view.path("blocks")) {
            if (block.path("label").path("text").asText().equals(field)) {
                return block.path("element").path("initial_value").asText();
            }
        }
        throw new AssertionError("no field called " + field + " among " + fields());
    }

    /// Chooses in a select that changes the form; gives back the form as it is then.
    public Modal choose(String field, String choice) {
        return choose(field, choice, Map.of());
    }

    /// The same after something was entered in other fields.
    public Modal choose(String field, String choice, Map<String, ?> entered) {
        for (var block : view.path("blocks")) {
            if (block.path("label").path("text").asText().equals(field)) {
                person.press(Map.of(
                        "view_id", view.path("id").asText(),
                        "block_id", block.path("block_id").asText(),
                        "action_id", block.path("element").path("action_id").asText(),
                        "selected_option", choice,
                        "values", entered));
                return person.modalOther(view.path("hash").asText());
            }
        }
        throw new AssertionError("no field called " + field + " among " + fields());
    }

    /// Presses a button beside or below the words; gives back the modal that stands there then.
    public Modal pressesForOther(String label, String near) {
        var isNear = false;
        for (var block : view.path("blocks")) {
            isNear = isNear || block.path("text").path("text").asText().contains(near);
            for (var button : buttons(block)) {
                if (isNear && button.path("text").path("text").asText().equals(label)) {
                    person.press(Map.of(
                            "view_id", view.path("id").asText(),
                            "block_id", block.path("block_id").asText(),
                            "action_id", button.path("action_id").asText()));
                    return person.modalOther(view.path("hash").asText());
                }
            }
        }
        throw new AssertionError("no button " + label + " near " + near + " on " + words());
    }

    /// Presses a button beside or below the words that changes no modal.
    public void presses(String label, String near) {
        var isNear = false;
        for (var block : view.path("blocks")) {
            isNear = isNear || block.path("text").path("text").asText().contains(near);
            for (var button : buttons(block)) {
                if (isNear && button.path("text").path("text").asText().equals(label)) {
                    person.press(Map.of(
                            "view_id", view.path("id").asText(),
                            "block_id", block.path("block_id").asText(),
                            "action_id", button.path("action_id").asText()));
                    return;
                }
            }
        }
        throw new AssertionError("no button " + label + " near " + near + " on " + words());
    }

    private static Iterable<JsonNode> buttons(JsonNode block) {
        return block.path("type").asText().equals("actions")
                ? block.path("elements")
                : List.of(block.path("accessory"));
    }

    /// Sends it off; it must be taken.
    public void submit(Map<String, ?> values) {
        var answer = sent(values);
        if (!answer.path("ok").asBoolean()) {
            throw new AssertionError("the form “" + title() + "” was not taken: " + answer);
        }
    }

    /// Sends it off with something wrong in it; gives back what is said, by field.
    public Map<String, String> refused(Map<String, ?> values) {
        var answer = sent(values);
        if (!answer.path("error").asText().equals("invalid_input")) {
            throw new AssertionError("the form “" + title() + "” was taken: " + answer);
        }
        Map<String, String> errors = new java.util.TreeMap<>();
        for (var block : view.path("blocks")) {
            var said = answer.path("errors").path(block.path("block_id").asText());
            if (said.isTextual()) {
                errors.put(block.path("label").path("text").asText(), said.asText());
            }
        }
        return errors;
    }

    private JsonNode sent(Map<String, ?> values) {
        return person.act("submit", Map.of("view_id", view.path("id").asText(), "values", values));
    }
}
