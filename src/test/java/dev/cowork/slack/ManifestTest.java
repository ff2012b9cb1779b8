package dev.cowork.slack;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifests create the app in a workspace as they stand.
class ManifestTest {
    private static final String SOCKET_MODE = "slack-manifest.yml";
    private static final String HTTP = "deploy/slack-manifest-http.yml";
    private static final String EVENTS = "https://cowork.example.com/slack/events";

    /// What Slack wants granted before it tells of an event; those of the app itself need nothing.
    private static final Map<String, Set<String>> NEEDS = Map.of(
            "agent_session_stopped", Set.of("chat:write"),
            "app_home_opened", Set.of(),
            "app_mention", Set.of("app_mentions:read"),
            "app_uninstalled", Set.of(),
            "message.channels", Set.of("channels:history"),
            "message.groups", Set.of("groups:history"),
            "message.im", Set.of("im:history"),
            "tokens_revoked", Set.of());

    @ParameterizedTest
    @ValueSource(strings = {SOCKET_MODE, HTTP})
    void fitsSlacksSchema(String file) throws IOException {
        assertEquals(Set.of(), complaintsAbout(read(file)));
    }

    /// The schema's own keywords miss these: Slack says them in words.
    @ParameterizedTest
    @ValueSource(strings = {SOCKET_MODE, HTTP})
    void keepsTheLimitsSlackStatesInWords(String file) throws IOException {
        var manifest = read(file);
        var story = manifest.at("/display_information/long_description").asText();

        assertAll(
                () -> assertTrue(story.length() >= 175 && story.length() <= 4000, "a long description of 175 to 4000"),
                () -> assertTrue(
                        manifest.at("/features/agent_view/agent_description")
                                        .asText()
                                        .split("\\s+")
                                        .length
                                <= 25,
                        "an agent is described in 25 words"),
                () -> assertTrue(manifest.at("/features/assistant_view").isMissingNode(), "agent or assistant"));
    }

    @Test
    void aMistakeIsNoticed() throws IOException {
        var manifest = (ObjectNode) read(SOCKET_MODE);
        ((ObjectNode) manifest.get("display_information")).put("name", "C".repeat(36));

        assertEquals(1, complaintsAbout(manifest).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {SOCKET_MODE, HTTP})
    void asksForWhatItsEventsNeed(String file) throws IOException {
        var manifest = read(file);
        var scopes = texts(manifest.at("/oauth_config/scopes/bot"));
        var events = texts(manifest.at("/settings/event_subscriptions/bot_events"));

        assertEquals(new TreeSet<>(NEEDS.keySet()), events);
        events.forEach(event -> assertTrue(scopes.containsAll(NEEDS.get(event)), event + " needs " + NEEDS.get(event)));
    }

    @Test
    void bothProfilesAreOneApp() throws IOException {
        var expected = (ObjectNode) read(SOCKET_MODE);
        ((ObjectNode) expected.at("/features/slash_commands/0")).put("url", EVENTS);
        ((ObjectNode) expected.at("/settings/event_subscriptions")).put("request_url", EVENTS);
        ((ObjectNode) expected.at("/settings/interactivity")).put("request_url", EVENTS);
        ((ObjectNode) expected.at("/settings")).put("socket_mode_enabled", false);

        assertEquals(expected, read(HTTP));
    }

    @Test
    void theBuildCarriesIt() throws IOException {
        try (var carried = ManifestTest.class.getResourceAsStream("/slack-manifest.yml")) {
            assertEquals(read(SOCKET_MODE), new YAMLMapper().readTree(carried));
        }
    }

    private static Set<ValidationMessage> complaintsAbout(JsonNode manifest) throws IOException {
        try (var schema = ManifestTest.class.getResourceAsStream("/slack/slack-manifest.schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V7)
                    .getSchema(schema)
                    .validate(manifest);
        }
    }

    private static JsonNode read(String file) throws IOException {
        try (var yaml = Files.newInputStream(Path.of(file))) {
            return new YAMLMapper().readTree(yaml);
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
