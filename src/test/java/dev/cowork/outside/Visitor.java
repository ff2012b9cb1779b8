package dev.cowork.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A person in the other Slack: what they do is sent to the bot as Slack would send it, signed.
final class Visitor {
    static final String AGENT = "U0AGENT01";
    static final String BOSS = "U0BOSS001";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI door;
    private final PlainSlack slack;
    private final String user;
    private final String team;

    Visitor(URI door, PlainSlack slack, String user) {
        this(door, slack, user, PlainSlack.TEAM);
    }

    Visitor(URI door, PlainSlack slack, String user, String team) {
        this.team = team;
        this.door = door;
        this.slack = slack;
        this.user = user;
    }

    String types(String command, String text, String channel) {
        var fields = new TreeMap<String, String>();
        fields.put("token", "outside");
        fields.put("team_id", team);
        fields.put("team_domain", "outside");
        fields.put("channel_id", channel);
        fields.put("channel_name", PlainSlack.CHANNELS.get(channel));
        fields.put("user_id", user);
        fields.put("user_name", "someone");
        fields.put("command", command);
        fields.put("text", text);
        fields.put("api_app_id", "A0OUTSIDE");
        fields.put("is_enterprise_install", "false");
        fields.put("response_url", slack.url().replace("/api/", "/respond/"));
        fields.put("trigger_id", trigger());
        return send("application/x-www-form-urlencoded", form(fields));
    }

    void says(String channel, String thread, String text) {
        tells(saying(channel, thread, text));
    }

    /// Has Slack tell the bot of it, once more where it was told before.
    String tells(ObjectNode envelope) {
        return send("application/json", envelope.toString());
    }

    /// What Slack will tell of these words, which stand there already.
    ObjectNode saying(String channel, String thread, String text) {
        var ts = slack.personSays(channel, thread, user, text);
        var event = JSON.createObjectNode()
                .put("type", "message")
                .put("user", user)
                .put("channel", channel)
                .put("channel_type", "channel")
                .put("ts", ts)
                .put("event_ts", ts)
                .put("thread_ts", thread)
                .put("client_msg_id", UUID.randomUUID().toString())
                .put("text", text);
        var envelope = JSON.createObjectNode()
                .put("token", "outside")
                .put("team_id", team)
                .put("api_app_id", "A0OUTSIDE")
                .put("type", "event_callback")
                .put("event_id", "Ev" + UUID.randomUUID())
                .put("event_time", InstantSource.system().instant().getEpochSecond());
        envelope.set("event", event);
        return envelope;
    }

    /// Presses the button with these words on it; gives back the trigger Slack would have given with it.
    String presses(JsonNode message, String label) {
        for (var block : message.path("blocks")) {
            for (var element : block.path("elements")) {
                if (element.path("text").path("text").asText().equals(label)) {
                    return press(message, block, element);
                }
            }
        }
        throw new AssertionError("no button `" + label + "` on:\n" + Screen.of(message));
    }

    /// The modal that opens for that trigger.
    ObjectNode modal(String trigger) {
        Eventually.is("a modal opens", () -> slack.view(trigger) != null);
        return slack.view(trigger);
    }

    /// Sends a modal off with what is entered beside these words.
    String submits(ObjectNode view, Map<String, String> values) {
        var filled = view.deepCopy();
        var state = filled.putObject("state").putObject("values");
        for (var block : view.path("blocks")) {
            if (block.path("type").asText().equals("input")) {
                var element = block.path("element");
                state.putObject(block.path("block_id").asText())
                        .set(
                                element.path("action_id").asText(),
                                entered(
                                        element,
                                        values.get(
                                                block.path("label").path("text").asText())));
            }
        }
        var payload = payload("view_submission");
        payload.set("view", filled);
        payload.putArray("response_urls");
        var answer = send("application/x-www-form-urlencoded", form(Map.of("payload", payload.toString())));
        if (answer.contains("errors")) {
            throw new AssertionError("the form was not taken: " + answer);
        }
        return answer;
    }

    /// The newest message that is so, waited for.
    ObjectNode sees(String what, Predicate<ObjectNode> so) {
        var found = new AtomicReference<ObjectNode>();
        Eventually.is(
                "seen: " + what,
                Duration.ofSeconds(30),
                () -> {
                    found.set(slack.messages().stream().filter(so).reduce(null, (_, last) -> last));
                    return found.get() != null;
                },
                () -> slack.messages().stream().map(Screen::of).collect(Collectors.joining("\n---\n")));
        return found.get();
    }

    private String press(JsonNode message, JsonNode block, JsonNode element) {
        var channel = message.path("channel").asText();
        var payload = payload("block_actions");
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.path("ts").asText())
                .put("channel_id", channel)
                .put("is_ephemeral", false);
        payload.putObject("channel").put("id", channel).put("name", PlainSlack.CHANNELS.get(channel));
        payload.set("message", message);
        payload.putObject("state").putObject("values");
        payload.put("response_url", slack.url().replace("/api/", "/respond/"));
        var action = payload.putArray("actions").addObject();
        action.setAll((ObjectNode) element.deepCopy());
        action.put("block_id", block.path("block_id").asText()).put("action_ts", "1790000001.000001");
        send("application/x-www-form-urlencoded", form(Map.of("payload", payload.toString())));
        return payload.path("trigger_id").asText();
    }

    private ObjectNode payload(String type) {
        var payload = JSON.createObjectNode()
                .put("type", type)
                .put("token", "outside")
                .put("api_app_id", "A0OUTSIDE")
                .put("trigger_id", trigger())
                .put("is_enterprise_install", false)
                .putNull("enterprise");
        payload.putObject("team").put("id", team).put("domain", "outside");
        payload.putObject("user").put("id", user).put("username", "someone").put("team_id", team);
        return payload;
    }

    private static ObjectNode entered(JsonNode element, String given) {
        var type = element.path("type").asText();
        var entered = JSON.createObjectNode().put("type", type);
        if (type.equals("static_select")) {
            var chosen = element.path("initial_option");
            for (var option : element.path("options")) {
                if (option.path("text").path("text").asText().equals(given)) {
                    chosen = option;
                }
            }
            return entered.set("selected_option", chosen.isMissingNode() ? JSON.nullNode() : chosen);
        }
        var words = given == null ? element.path("initial_value").asText("") : given;
        return words.isEmpty() ? entered.putNull("value") : entered.put("value", words);
    }

    /// The workspace takes the app away.
    ///
    /// @param at when, as Slack says it: it may come late
    void takesTheAppAway(Instant at) {
        send("application/json", about("app_uninstalled", at).toString());
    }

    /// Somebody there revokes the bot's token.
    void revokesTheToken(Instant at) {
        slack.revoke(team);
        var envelope = about("tokens_revoked", at);
        ((ObjectNode) envelope.path("event"))
                .putObject("tokens")
                .putArray("bot")
                .add(PlainSlack.BOT);
        send("application/json", envelope.toString());
    }

    void opensHome() {
        var envelope = about("app_home_opened", InstantSource.system().instant());
        ((ObjectNode) envelope.path("event"))
                .put("user", user)
                .put("channel", "D0HOME")
                .put("tab", "home")
                .put("event_ts", "1790000000.000001");
        send("application/json", envelope.toString());
    }

    private ObjectNode about(String event, Instant at) {
        var envelope = JSON.createObjectNode()
                .put("token", "outside")
                .put("team_id", team)
                .put("api_app_id", "A0OUTSIDE")
                .put("type", "event_callback")
                .put("event_id", "Ev" + UUID.randomUUID())
                .put("event_time", at.getEpochSecond());
        envelope.putObject("event").put("type", event);
        return envelope;
    }

    private static String trigger() {
        return "9." + UUID.randomUUID();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String send(String type, String body) {
        var at = String.valueOf(InstantSource.system().instant().getEpochSecond());
        var request = HttpRequest.newBuilder(door)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", at)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + at + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the bot answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(PlainSlack.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
