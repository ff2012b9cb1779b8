package dev.cowork.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What the app tells Slack about itself: its commands, shortcuts and subscriptions.
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class Manifest {
    private static final String ASSUMED = """
            features:
              shortcuts:
                - { name: Start Cowork session, type: global, callback_id: cowork_start, description: Work out a hard ticket }
                - { name: Ask Cowork about this, type: message, callback_id: cowork_from_message, description: Start from this message }
              slash_commands:
                - { command: /cowork, description: Work out a hard ticket together, usage_hint: "[customer or case]", should_escape: true }
            settings:
              event_subscriptions:
                bot_events: [app_home_opened, app_mention, message.channels, message.groups, message.im, agent_session_stopped]
            """;

    private final JsonNode manifest;
    private final Set<String> events = new HashSet<>();

    Manifest() {
        manifest = read().orElseGet(() -> parse(ASSUMED));
        manifest.at("/settings/event_subscriptions/bot_events").forEach(event -> events.add(event.asText()));
    }

    boolean subscribes(String event) {
        return events.contains(event);
    }

    JsonNode commands() {
        return manifest.at("/features/slash_commands");
    }

    JsonNode shortcuts() {
        return manifest.at("/features/shortcuts");
    }

    Optional<JsonNode> command(String name) {
        return first(commands(), "command", name);
    }

    Optional<JsonNode> shortcut(String callbackId) {
        return first(shortcuts(), "callback_id", callbackId);
    }

    private static Optional<JsonNode> first(JsonNode list, String field, String value) {
        for (JsonNode item : list) {
            if (Json.text(item, field).equals(value)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> read() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream("slack-manifest.yml")) {
            return file == null ? Optional.empty() : Optional.of(new YAMLMapper().readTree(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("slack-manifest.yml is no YAML", unreadable);
        }
    }

    private static JsonNode parse(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
