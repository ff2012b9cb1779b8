package dev.cowork.slack;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Key;
import dev.cowork.delivery.Lane;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One request of Slack, read just far enough to know what it is, whose it is and what makes it unique. The body stays
/// as it came.
///
/// @param text what the payload was read from: the body, or what a form carries
record Parcel(Sort sort, JsonNode payload, String text, String body, boolean socket) {
    enum Sort {
        SSL_CHECK,
        URL_VERIFICATION,
        EVENT,
        COMMAND,
        INTERACTION
    }

    static final String KIND = "slack/http";
    static final String SOCKET_KIND = "slack/socket";
    private static final int LONGEST_ID = 120;
    /// Those of Slack's messages that only tell of another one.
    private static final Set<String> OF_ANOTHER = Set.of("message_changed", "message_deleted", "message_replied");
    /// The few that are asked for here: to read one from its text takes longer than to follow it.
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    WorkspaceId workspace() {
        return new WorkspaceId(
                first("/team_id", "/team/id", "/user/team_id", "/enterprise_id", "/enterprise/id", "/event/team"));
    }

    JsonNode event() {
        return payload.path("event");
    }

    /// The post this event tells us of, where it is one of our own.
    Optional<OwnPost> ownPost() {
        var carried = at("/event/metadata/event_payload/outbox_id");
        return event().path("metadata").path("event_type").asText().equals(Envelopes.EVENT_TYPE)
                        && carried.canConvertToLong()
                ? Optional.of(new OwnPost(
                        carried.asLong(),
                        event().path("channel").asText(),
                        event().path("ts").asText()))
                : Optional.empty();
    }

    /// Who wants something of the bot itself, which may be for members only: by a mention, directly, by a command, a
    /// button or a form.
    Optional<MemberId> caller() {
        var type = event().path("type").asText();
        var calls = sort != Sort.EVENT
                || type.equals("app_mention")
                || type.equals("message")
                        && event().path("channel_type").asText().equals("im");
        return calls ? find("/event/user", "/user/id", "/user_id").map(MemberId::new) : Optional.empty();
    }

    record OwnPost(long id, String channel, String ts) {}

    /// The row that is stored before the acknowledgement.
    Delivery delivery() {
        return new Delivery(workspace(), key(), gesture(), lane(), socket ? SOCKET_KIND : KIND, body);
    }

    private Key key() {
        return switch (sort) {
            case EVENT -> Key.of("event", first("/event_id", "/event/client_msg_id", "/event/event_ts"));
            case COMMAND ->
                Key.of(
                        "command",
                        first("/trigger_id"),
                        Fingerprint.of(text("/user_id"), text("/channel_id"), text("/command"), text("/text")));
            default -> Key.of("interaction", first("/trigger_id", "/view/id", "/action_ts"), interactionPrint());
        };
    }

    private String interactionPrint() {
        return Fingerprint.of(
                text("/type"),
                text("/user/id"),
                text("/container/message_ts"),
                text("/view/id"),
                text("/view/state"),
                text("/actions/0/action_id"),
                text("/actions/0/value"),
                text("/actions/0/action_ts"));
    }

    /// One message is told as `message` and as `app_mention`, with different event ids and one timestamp.
    private Optional<Key> gesture() {
        var type = event().path("type").asText();
        var told = sort == Sort.EVENT
                && (type.equals("app_mention") || type.equals("message"))
                && !OF_ANOTHER.contains(event().path("subtype").asText());
        return told ? Optional.of(Key.of("message", first("/event/channel"), first("/event/ts"))) : Optional.empty();
    }

    /// What belongs to one thread goes in order.
    private Lane lane() {
        var channel = first(
                "/event/channel",
                "/channel/id",
                "/container/channel_id",
                "/user/id",
                "/user_id",
                "/event/user",
                "/event/type");
        var thread = sort == Sort.COMMAND
                ? "command"
                : first(
                        "/event/thread_ts",
                        "/event/ts",
                        "/message/thread_ts",
                        "/container/thread_ts",
                        "/message/ts",
                        "/container/message_ts",
                        "/view/id",
                        "/type");
        return Lane.of(workspace(), "thread", channel, thread);
    }

    private String text(String pointer) {
        var node = at(pointer);
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private JsonNode at(String pointer) {
        return payload.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
    }

    private String first(String... pointers) {
        return find(pointers)
                .orElseThrow(() -> new UnreadableException("none of " + String.join(", ", pointers) + " is there"));
    }

    /// The first of these ids that is there.
    Optional<String> find(String... pointers) {
        for (var pointer : pointers) {
            var text = at(pointer).asText("");
            if (!text.isBlank() && !text.equals("null")) {
                return Optional.of(sound(text));
            }
        }
        return Optional.empty();
    }

    /// Ids and timestamps become keys: longer ones, or some with characters the database does not keep, are forged.
    private static String sound(String id) {
        if (id.length() > LONGEST_ID || id.chars().anyMatch(c -> c < ' ' || Character.isSurrogate((char) c))) {
            throw new UnreadableException("an id that is none of Slack's");
        }
        return id;
    }
}
