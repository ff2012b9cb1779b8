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
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.handler.BoltEventHandler;
import com.slack.api.model.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The manifests create the app in a workspace as they stand.
class ManifestTest {
    private static final String SOCKET_MODE = "slack-manifest.yml";
    private static final String HTTP = "deploy/slack-manifest-http.yml";
    private static final String EVENTS = "https://cowork.example.com/slack/events";
    private static final String INSTALLED = "https://cowork.example.com/slack/oauth_redirect";
    private static final String SIGNED_IN = "https://cowork.example.com/dashboard/sign-in";

    /// What Slack wants granted before it tells of an event or answers a method.
    private static final Map<String, Set<String>> NEEDS = Map.ofEntries(
            Map.entry("agent_session_stopped", Set.of("chat:write")),
            Map.entry("agents.sessions", Set.of("chat:write")),
            Map.entry("app_home_opened", Set.of()),
            Map.entry("app_mention", Set.of("app_mentions:read")),
            Map.entry("app_uninstalled", Set.of()),
            Map.entry("auth", Set.of()),
            Map.entry("chat", Set.of("chat:write")),
            Map.entry("conversations.history", Set.of("channels:history", "groups:history", "im:history")),
            Map.entry("conversations.info", Set.of("channels:read", "groups:read")),
            Map.entry("conversations.list", Set.of("channels:read", "groups:read")),
            Map.entry("conversations.replies", Set.of("channels:history", "groups:history", "im:history")),
            Map.entry("files", Set.of("files:read")),
            Map.entry("message.channels", Set.of("channels:history")),
            Map.entry("message.groups", Set.of("groups:history")),
            Map.entry("message.im", Set.of("im:history")),
            Map.entry("reaction_added", Set.of("reactions:read")),
            Map.entry("reaction_removed", Set.of("reactions:read")),
            Map.entry("tokens_revoked", Set.of()),
            Map.entry("usergroups", Set.of("usergroups:read")),
            Map.entry("users", Set.of("users:read")),
            Map.entry("views", Set.of()));

    /// Commands and shortcuts need the first, an agent's view the second, a workspace's own name for the bot the third.
    private static final Set<String> FEATURES_NEED = Set.of("commands", "assistant:write", "chat:write.customize");

    private static final Pattern METHOD = Pattern.compile(
            "\"((?:agents|auth|bots|chat|conversations|files|reactions|team|usergroups|users|views)\\.[a-zA-Z.]+)\"");

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

    @Test
    void asksForWhatItsEventsAndCallsNeedAndForNothingElse() throws IOException {
        var manifest = read(SOCKET_MODE);
        var needed = new TreeSet<>(FEATURES_NEED);
        eventsOf(manifest).forEach(event -> needed.addAll(scopesFor(event)));
        methodsCalled().forEach(method -> needed.addAll(scopesFor(method)));

        assertEquals(needed, texts(manifest.at("/oauth_config/scopes/bot")));
    }

    @Test
    void subscribesToWhatTheDoorHearsAndToNothingElse() throws IOException {
        var heard = new TreeSet<String>();
        try (var door = new RecordingApp()) {
            new BoltListeners(null, null, null, null).register(door);
            door.types.forEach(type -> heard.addAll(subscriptionsFor(type)));
        }

        assertEquals(heard, eventsOf(read(SOCKET_MODE)));
    }

    @Test
    void bothProfilesAreOneApp() throws IOException {
        var expected = (ObjectNode) read(SOCKET_MODE);
        ((ObjectNode) expected.at("/features/slash_commands/0")).put("url", EVENTS);
        ((ObjectNode) expected.at("/settings/event_subscriptions")).put("request_url", EVENTS);
        ((ObjectNode) expected.at("/settings/interactivity")).put("request_url", EVENTS);
        ((ObjectNode) expected.at("/settings")).put("socket_mode_enabled", false);
        ((ObjectNode) expected.at("/oauth_config"))
                .putArray("redirect_urls")
                .add(INSTALLED)
                .add(SIGNED_IN);

        assertEquals(expected, read(HTTP));
    }

    @Test
    void whoInstallsOverOAuthIsAskedForTheSame() throws IOException {
        var asked = Pattern.compile("^([a-z_.:]+): .+", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("src/main/resources/slack/scopes.txt")))
                .results()
                .map(line -> line.group(1))
                .toList();

        assertEquals(texts(read(SOCKET_MODE).at("/oauth_config/scopes/bot")), new TreeSet<>(asked));
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

    private static Set<String> eventsOf(JsonNode manifest) {
        return texts(manifest.at("/settings/event_subscriptions/bot_events"));
    }

    private static Set<String> scopesFor(String eventOrMethod) {
        var needs = NEEDS.entrySet().stream()
                .filter(entry -> eventOrMethod.equals(entry.getKey()) || eventOrMethod.startsWith(entry.getKey() + "."))
                .toList();
        assertEquals(1, needs.size(), () -> "which scopes " + eventOrMethod + " needs stands in NEEDS once");
        return needs.getFirst().getValue();
    }

    private static Set<String> subscriptionsFor(String type) {
        return type.equals("message") ? Set.of("message.channels", "message.groups", "message.im") : Set.of(type);
    }

    /// Every Web API method named in the room that alone may call them.
    private static Set<String> methodsCalled() throws IOException {
        var called = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/dev/cowork/slack"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                METHOD.matcher(Files.readString(file)).results().forEach(found -> called.add(found.group(1)));
            }
        }
        assertTrue(called.contains("chat.postMessage"), () -> "calls are found: " + called);
        return called;
    }

    /// Takes down which events handlers are registered for.
    private static final class RecordingApp extends App implements AutoCloseable {
        private final Set<String> types = new TreeSet<>();

        RecordingApp() {
            super(AppConfig.builder().signingSecret("").build(), List.of());
        }

        @Override
        public <E extends Event> App event(Class<E> type, BoltEventHandler<E> handler) {
            try {
                types.add((String) type.getField("TYPE_NAME").get(null));
            } catch (ReflectiveOperationException unnamed) {
                throw new AssertionError(type + " has no type's name", unnamed);
            }
            return this;
        }

        @Override
        public void close() {
            stop();
        }
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
