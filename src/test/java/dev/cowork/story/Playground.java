package dev.cowork.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The local Slack over HTTP: what people do in it, what they see, and what a test may order.
///
/// Needs nothing but the JDK and Jackson: the demonstration uses it outside of any test.
public final class Playground {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;

    /// @param base the application's address
    public Playground(URI base) {
        this.base = base;
    }

    /// A person does something.
    ///
    /// @param deed `command`, `press`, `submit`, `message`…
    public JsonNode act(String deed, Map<String, ?> wish) {
        return send("POST", "playground/do/" + deed, wish);
    }

    /// All that a person sees.
    public JsonNode seenBy(String user) {
        return send("GET", "playground/state?user=" + user, null);
    }

    /// The messages of a channel with those of its threads, oldest first, as a person sees them.
    public List<Post> posts(String user, String channel) {
        List<Post> posts = new ArrayList<>();
        for (var each : seenBy(user).path("channels")) {
            if (each.path("id").asText().equals(channel)) {
                each.path("messages").forEach(message -> {
                    posts.add(Post.of(channel, message));
                    message.path("replies").forEach(reply -> posts.add(Post.of(channel, reply)));
                });
            }
        }
        return posts;
    }

    /// The Web API calls since then, oldest first.
    public List<JsonNode> calls(long since) {
        List<JsonNode> calls = new ArrayList<>();
        send("GET", "playground/calls?since=" + since, null).path("calls").forEach(calls::add);
        return calls;
    }

    public long lastCall() {
        return send("GET", "playground/calls?since=" + Long.MAX_VALUE, null)
                .path("last")
                .asLong();
    }

    /// Orders a mishap.
    public void fault(Map<String, ?> fault) {
        send("POST", "playground/faults", fault);
    }

    /// Takes the app away, gives it back, or makes Slack unreachable: `installed`, `delivers`, `answers`.
    public void installation(Map<String, ?> state) {
        send("PUT", "playground/installation", state);
    }

    /// Makes somebody a guest or deactivated: `is_restricted`, `deleted`.
    public void person(String id, Map<String, ?> wish) {
        send("PUT", "playground/people/" + id, wish);
    }

    /// Makes a channel with everybody in it, or changes one.
    public void channel(String id, Map<String, ?> wish) {
        send("PUT", "playground/channels/" + id, wish);
    }

    public void limits(Map<String, ?> limits) {
        send("PUT", "playground/limits", limits);
    }

    /// Everything as on the first day.
    public void reset() {
        send("POST", "playground/reset", Map.of());
        send("PUT", "playground/limits", Map.of("enabled", false, "streaming", true, "agents", true));
    }

    private JsonNode send(String method, String path, Object body) {
        try {
            var publisher = body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            var request = HttpRequest.newBuilder(base.resolve("/" + path))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .method(method, publisher)
                    .build();
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " answered no JSON", e);
        } catch (IOException e) {
            throw new AssertionError("the playground at " + base + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
