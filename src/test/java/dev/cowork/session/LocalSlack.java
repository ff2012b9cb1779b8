package dev.cowork.session;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/// The local Slack as one person uses it.
final class LocalSlack {
    static final String ANA = "UANA00001";
    static final String NOA = "UNOA00001";
    static final String SAM = "USAM00001";

    private static final ObjectMapper JSON = new ObjectMapper();

    /// What the last deeds were answered, for failures.
    private static final List<String> ANSWERS = new ArrayList<>();

    private LocalSlack() {}

    static JsonNode act(String deed, String user, Map<String, ?> more) {
        var wish = new HashMap<String, Object>(more);
        wish.put("user", user);
        var answer = read(given().contentType(ContentType.JSON)
                .body(wish)
                .post("/playground/do/" + deed)
                .asString());
        ANSWERS.add(deed + ": " + answer);
        return answer;
    }

    static JsonNode state(String user) {
        return read(given().queryParam("user", user).get("/playground/state").asString());
    }

    static JsonNode channel(String user, String name) {
        return stream(state(user).path("channels"))
                .filter(it -> it.path("name").asText().equals(name)
                        || it.path("id").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The newest top-level message whose JSON contains the words.
    static Optional<JsonNode> message(String user, String channel, String words) {
        return stream(channel(user, channel).path("messages"))
                .filter(it -> it.toString().contains(words))
                .reduce((_, newer) -> newer);
    }

    /// The newest reply in the thread whose own JSON contains the words.
    static Optional<JsonNode> reply(String user, String channel, String thread, String words) {
        return stream(channel(user, channel).path("messages"))
                .filter(it -> it.path("ts").asText().equals(thread))
                .flatMap(it -> stream(it.path("replies")))
                .filter(it -> it.toString().contains(words))
                .reduce((_, newer) -> newer);
    }

    static <T> T soon(String what, Supplier<Optional<T>> look) {
        var until = System.nanoTime() + 40_000_000_000L;
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new AssertionError(
                        "not within 40 s: " + what + "\n" + String.join("\n", ANSWERS) + "\n" + brief());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private static String brief() {
        return stream(state(ANA).path("channels"))
                .map(it -> it.path("name").asText() + ": " + it.path("messages"))
                .map(it -> it.length() > 6000 ? it.substring(it.length() - 6000) : it)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    static JsonNode press(String user, String channel, JsonNode message, String label) {
        return act(
                "press",
                user,
                Map.of("channel", channel, "message_ts", message.path("ts").asText(), "label", label));
    }

    static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }
}
