package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the manifest offers to people, a feature hears; what a feature hears, the manifest offers.
@QuarkusTest
class ManifestAddressesTest {
    @Inject
    Switchboard switchboard;

    @Test
    void whatIsOfferedIsHeardAndTheOtherWayRound() throws IOException {
        var manifest = manifest();
        var shortcuts = new TreeSet<>(manifest.at("/features/shortcuts").findValuesAsText("callback_id"));
        var events = new TreeSet<String>();
        manifest.at("/settings/event_subscriptions/bot_events").forEach(event -> events.add(event.asText()));

        assertAll(
                () -> assertEquals(shortcuts, heard(Address.Kind.SHORTCUT), "shortcuts"),
                () -> assertEquals(
                        !manifest.at("/features/slash_commands").isEmpty(), hears(Address.command()), "the command"),
                () -> assertEquals(events.contains("message.channels"), hears(Address.message()), "messages"),
                () -> assertEquals(events.contains("reaction_added"), hears(Address.reaction()), "reactions"),
                () -> assertEquals(events.contains("reaction_removed"), hears(Address.reaction()), "less of them"),
                () -> assertEquals(events.contains("app_home_opened"), hears(Address.home()), "the App Home"),
                () -> assertEquals(events.contains("agent_session_stopped"), hears(Address.stop()), "the stop button"));
    }

    private boolean hears(Address address) {
        return switchboard.addresses().contains(address);
    }

    private Set<String> heard(Address.Kind kind) {
        return switchboard.addresses().stream()
                .filter(address -> address.kind() == kind)
                .map(Address::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode manifest() throws IOException {
        try (var file = ManifestAddressesTest.class.getResourceAsStream("/slack-manifest.yml")) {
            return new YAMLMapper().readTree(file);
        }
    }
}
