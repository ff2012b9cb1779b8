package dev.cowork.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// App Home as one person sees it, part by part: some words and the buttons below them.
public final class HomeTab {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Person person;

    HomeTab(Person person) {
        this.person = person;
    }

    /// @param place where the buttons stand, empty where there are none
    private record Part(String words, String place, List<String> buttons) {}

    /// Waits until a part says all of it.
    public void shows(String... words) {
        Eventually.is(
                person.name() + " sees in App Home " + List.of(words),
                PATIENCE,
                () -> parts().stream().anyMatch(part -> isSaid(part, words)),
                this::parts);
    }

    public void isWithout(String words) {
        Eventually.is(
                person.name() + " sees nothing of " + words + " in App Home",
                PATIENCE,
                () -> parts().stream().noneMatch(part -> isSaid(part, words)),
                this::parts);
    }

    /// The words of all parts, from top to bottom.
    public List<String> words() {
        return parts().stream().map(Part::words).toList();
    }

    /// The buttons below the part that says so.
    public List<String> buttonsAt(String... words) {
        shows(words);
        return parts().stream()
                .filter(part -> isSaid(part, words))
                .findFirst()
                .orElseThrow()
                .buttons();
    }

    /// Presses the first button of that name, or the one below the part that says so.
    public void presses(String label, String... words) {
        Eventually.is(
                person.name() + " sees in App Home a button " + label,
                PATIENCE,
                () -> parts().stream().anyMatch(part -> part.buttons().contains(label)),
                this::parts);
        if (words.length == 0) {
            person.press(Map.of("view_id", "home", "label", label));
            return;
        }
        shows(words);
        var part = parts().stream().filter(it -> isSaid(it, words)).findFirst().orElseThrow();
        person.press(Map.of("view_id", "home", "block_id", part.place(), "label", label));
    }

    public Modal pressesForForm(String label, String... words) {
        var open = person.topmost();
        presses(label, words);
        return person.modalOther(open);
    }

    private static boolean isSaid(Part part, String... words) {
        return List.of(words).stream().allMatch(part.words()::contains);
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var block : person.atHome().path("blocks")) {
            if (block.path("type").asText().equals("actions")) {
                var isFree = !parts.isEmpty() && parts.getLast().place().isEmpty();
                var above = isFree ? parts.removeLast() : new Part("", "", List.of());
                parts.add(new Part(above.words(), block.path("block_id").asText(), buttons(block)));
            } else {
                parts.add(new Part(words(block), "", List.of()));
            }
        }
        return parts;
    }

    private static List<String> buttons(JsonNode block) {
        var labels = new ArrayList<String>();
        block.path("elements")
                .forEach(button -> labels.add(button.path("text").path("text").asText()));
        return labels;
    }

    private static String words(JsonNode block) {
        var words = new StringBuilder(block.path("text").path("text").asText());
        block.path("elements").forEach(each -> words.append(each.path("text").asText()));
        return words.toString();
    }
}
