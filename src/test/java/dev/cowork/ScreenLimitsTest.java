package dev.cowork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.cowork.playground.BlockKitLimits;
import dev.cowork.slack.Message;
import dev.cowork.slack.SlackText;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every card, modal and page there is stays within Slack's limits at its longest. One that nobody gave a sample of
/// fails here: a new one is added to its room's [Screens].
@QuarkusTest
class ScreenLimitsTest {
    /// Made once: it takes longer than what it does.
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    @All
    List<Screens> rooms;

    @Test
    void everyScreenIsMet() throws IOException {
        var met = rooms.stream()
                .flatMap(room -> room.longest().keySet().stream())
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(screens(), met);
    }

    @Test
    void everyScreenStaysWithinSlacksLimitsAtItsLongest() {
        var found = new ArrayList<String>();
        for (var room : rooms) {
            room.longest().forEach((by, all) -> {
                assertTrue(!all.isEmpty(), by + " has no sample");
                flat(all)
                        .forEach(screen -> BlockKitLimits.violations(json(screen))
                                .forEach(violation -> found.add(by.getSimpleName() + ": " + violation)));
            });
        }

        assertEquals(List.of(), found);
    }

    /// By their names; the playground is another Slack, and the playbook's pages are pages of text.
    private static Set<String> screens() throws IOException {
        var classes = Path.of("target", "classes");
        try (var files = Files.walk(classes.resolve("dev/cowork"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.matches("[^$]+(Card|Modal|Page)\\.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .filter(name -> !name.matches("dev\\.cowork\\.(playground|playbook)\\.\\w+"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Object> flat(List<?> all) {
        var flat = new ArrayList<Object>();
        all.forEach(each -> {
            if (each instanceof List<?> several) {
                flat.addAll(flat(several));
            } else {
                flat.add(each);
            }
        });
        return flat;
    }

    private static JsonNode json(Object screen) {
        try {
            return switch (screen) {
                case View view -> JSON.readTree(GSON.toJson(view));
                case Message message ->
                    JSON.createObjectNode()
                            // As the postman does it with every message.
                            .put("text", SlackText.cut(message.text(), 3_900))
                            .set("blocks", JSON.readTree(GSON.toJson(message.blocks())));
                default -> throw new AssertionError("neither a message nor a view: " + screen.getClass());
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
