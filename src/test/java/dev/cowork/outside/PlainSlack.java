package dev.cowork.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// A Slack that answers a handful of methods and `unknown_method` to everything else: no streaming, no status line, no
/// history to look into.
final class PlainSlack implements AutoCloseable {
    static final String SECRET = "an-outside-secret-of-32-characters";
    static final String TOKEN = "xoxb-outside-0001";
    static final String TEAM = "T0OUTSIDE";
    static final String BOT = "U0COWORKB";
    static final Map<String, String> CHANNELS =
            Map.of("C0SUPPORT", "support", "C0APPROVE", "support-approvals", "C0TIPS00", "claude-support-tips");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<ObjectNode> messages = new ArrayList<>();
    private final List<ObjectNode> whispers = new ArrayList<>();
    private final Map<String, ObjectNode> views = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final Set<String> calledWith = new HashSet<>();
    private final Map<String, String> granted = new HashMap<>();
    private int last;

    PlainSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port is free on this machine", e);
        }
        server.createContext("/outside/api/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/outside/api/";
    }

    /// What points the bot at it.
    Map<String, String> environment() {
        return Map.of("SLACK_API_URL", url(), "SLACK_BOT_TOKEN", TOKEN, "SLACK_SIGNING_SECRET", SECRET);
    }

    synchronized List<ObjectNode> messages() {
        return messages.stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized List<ObjectNode> whispers() {
        return List.copyOf(whispers);
    }

    /// The modal opened with that trigger; null while there is none.
    synchronized ObjectNode view(String trigger) {
        return views.get(trigger);
    }

    /// App Home as it was last put up for somebody; empty before that.
    synchronized String home(String user) {
        return homes.getOrDefault(user, "");
    }

    synchronized List<String> called() {
        return List.copyOf(called);
    }

    /// What a person wrote is a message as well.
    synchronized String personSays(String channel, String thread, String user, String text) {
        var message = JSON.createObjectNode()
                .put("channel", channel)
                .put("ts", nextTs())
                .put("user", user)
                .put("text", text);
        if (!thread.isEmpty()) {
            message.put("thread_ts", thread);
        }
        messages.add(message);
        return message.path("ts").asText();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().replaceFirst("^/outside/api/", "");
            var fields = fields(exchange);
            var token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .replaceFirst("^Bearer ", "");
            var answer = method.equals("oauth.v2.access") ? exchanged(fields) : answered(method, token, fields);
            var bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode answered(String method, String token, Map<String, String> fields) throws IOException {
        var given = token.isEmpty() || token.equals("null") ? String.valueOf(fields.get("token")) : token;
        return given.equals(TOKEN) || granted(given) ? answer(method, given, fields) : no("invalid_auth");
    }

    private synchronized boolean granted(String token) {
        return granted.containsValue(token);
    }

    /// What a workspace was granted last, by its id.
    synchronized String tokenOf(String team) {
        return granted.get(team);
    }

    /// The workspace's token is worth nothing from now on.
    synchronized void revoke(String team) {
        granted.remove(team);
    }

    /// Whether the method was called with that token.
    synchronized boolean wasCalled(String method, String token) {
        return calledWith.contains(method + " " + token);
    }

    /// A code is `workspace:person`, or `org:person` for a whole organisation.
    private synchronized ObjectNode exchanged(Map<String, String> fields) {
        var parts = fields.getOrDefault("code", "").split(":");
        if (parts.length != 2 || !fields.get("code").matches("\\w+:\\w+")) {
            return no("invalid_code");
        }
        var answer = yes().put("app_id", "A0OUTSIDE").put("is_enterprise_install", parts[0].equals("org"));
        answer.putObject("authed_user").put("id", parts[1]);
        if (parts[0].equals("org")) {
            answer.putNull("team").putObject("enterprise").put("id", "E1").put("name", "All");
            return answer.put("access_token", "xoxb-org");
        }
        granted.put(parts[0], "xoxb-" + parts[0] + "-" + ++last);
        answer.putObject("team").put("id", parts[0]).put("name", "Team " + parts[0]);
        return answer.put("access_token", granted.get(parts[0]))
                .put("token_type", "bot")
                .put("scope", "chat:write,commands")
                .put("bot_user_id", BOT);
    }

    private synchronized ObjectNode answer(String method, String token, Map<String, String> fields) throws IOException {
        called.add(method);
        calledWith.add(method + " " + token);
        return switch (method) {
            case "auth.test" ->
                yes().put("user_id", BOT).put("team_id", teamOf(token)).put("bot_id", "B0COWORK");
            case "conversations.list" -> channels();
            case "chat.postMessage" -> post(fields);
            case "chat.update" -> update(fields);
            case "chat.postEphemeral" -> whisper(fields);
            case "views.open" -> opened(fields);
            case "views.update" -> yes();
            case "views.publish" -> {
                homes.put(fields.get("user_id"), fields.get("view"));
                yield yes();
            }
            default -> no("unknown_method");
        };
    }

    private String teamOf(String token) {
        return granted.entrySet().stream()
                .filter(one -> one.getValue().equals(token))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TEAM);
    }

    private static ObjectNode channels() {
        var answer = yes();
        var list = answer.putArray("channels");
        CHANNELS.forEach(
                (id, name) -> list.addObject().put("id", id).put("name", name).put("is_member", true));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode post(Map<String, String> fields) throws IOException {
        if (!CHANNELS.containsKey(fields.get("channel"))) {
            return no("channel_not_found");
        }
        var message = written(fields).put("user", BOT).put("bot_id", "B0COWORK").put("ts", nextTs());
        messages.add(message);
        return yes().put("channel", fields.get("channel"))
                .put("ts", message.path("ts").asText());
    }

    private ObjectNode update(Map<String, String> fields) throws IOException {
        for (var message : messages) {
            if (message.path("ts").asText().equals(fields.get("ts"))
                    && message.path("channel").asText().equals(fields.get("channel"))) {
                if (fields.getOrDefault("text", "").length() > 4_000) {
                    return no("msg_too_long");
                }
                message.remove(List.of("text", "blocks"));
                message.setAll(written(fields));
                return yes().put("channel", fields.get("channel")).put("ts", fields.get("ts"));
            }
        }
        return no("message_not_found");
    }

    private ObjectNode whisper(Map<String, String> fields) throws IOException {
        whispers.add(written(fields).put("only_for", fields.get("user")));
        return yes().put("message_ts", nextTs());
    }

    private ObjectNode opened(Map<String, String> fields) throws IOException {
        var view = (ObjectNode) JSON.readTree(fields.get("view"));
        view.put("id", "V" + ++last).put("hash", "h" + last).put("team_id", TEAM);
        named(view.path("blocks"));
        views.put(fields.get("trigger_id"), view);
        var answer = yes();
        answer.set("view", view);
        return answer;
    }

    private ObjectNode written(Map<String, String> fields) throws IOException {
        var message = JSON.createObjectNode()
                .put("channel", fields.get("channel"))
                .put("text", fields.getOrDefault("text", ""));
        if (fields.containsKey("thread_ts")) {
            message.put("thread_ts", fields.get("thread_ts"));
        }
        if (fields.containsKey("blocks")) {
            message.set("blocks", named(JSON.readTree(fields.get("blocks"))));
        }
        return message;
    }

    /// Slack gives each block a name where the sender gave none.
    private JsonNode named(JsonNode blocks) {
        for (var block : blocks) {
            if (!block.hasNonNull("block_id")) {
                ((ObjectNode) block).put("block_id", "blk" + ++last);
            }
        }
        return blocks;
    }

    private String nextTs() {
        return "1790000000.%06d".formatted(++last);
    }

    private static Map<String, String> fields(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&")) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static ObjectNode yes() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode no(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }
}
