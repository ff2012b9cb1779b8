package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words a person sees on an element.
final class Labels {
    private Labels() {}

    static List<String> of(JsonNode element) {
        List<String> labels = new ArrayList<>();
        if (element.has("text")) {
            labels.add(Json.text(element.path("text"), "text"));
        }
        choices(element).forEach(choice -> labels.add(Json.text(choice.path("text"), "text")));
        return labels;
    }

    /// The choice with these words on it, or with this value behind it.
    static Optional<JsonNode> option(JsonNode element, String words) {
        return choices(element).stream()
                .filter(choice -> Json.text(choice.path("text"), "text").equals(words)
                        || Json.text(choice, "value").equals(words))
                .findFirst();
    }

    private static List<JsonNode> choices(JsonNode element) {
        List<JsonNode> choices = Fields.options(element);
        for (String side : List.of("positive_button", "negative_button")) {
            if (element.has(side)) {
                choices.add(element.get(side));
            }
        }
        return choices;
    }
}
