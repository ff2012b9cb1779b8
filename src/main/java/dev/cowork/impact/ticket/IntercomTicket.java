package dev.cowork.impact.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// A conversation as Intercom tells of it, as one of our rows.
final class IntercomTicket {
    private IntercomTicket() {}

    /// Empty where the notification is about no conversation, as Intercom's own trial of the address is not.
    static Optional<ObjectNode> row(JsonNode notification) {
        var talk = notification.at("/data/item");
        if (!notification.path("topic").asText().startsWith("conversation")
                || !talk.path("created_at").canConvertToLong()
                || talk.path("id").asText().isEmpty()) {
            return Optional.empty();
        }
        var row = JsonNodeFactory.instance.objectNode();
        row.put("external_id", talk.path("id").asText());
        row.put("opened_at", time(talk.path("created_at")));
        row.put(
                "updated_at",
                time(talk.path("updated_at").canConvertToLong() ? talk.path("updated_at") : talk.path("created_at")));
        row.put("priority", talk.path("priority").asText().equals("priority") ? "high" : "normal");
        put(row, "channel", talk.at("/source/type"));
        put(row, "team", talk.path("team_assignee_id"));
        put(row, "agent", talk.path("admin_assignee_id"));
        put(row, "kind", talk.at("/tags/tags/0/name"));
        var statistics = talk.path("statistics");
        if (talk.path("state").asText().equals("closed")
                && statistics.path("last_close_at").canConvertToLong()) {
            row.put("solved_at", time(statistics.path("last_close_at")));
        }
        if (statistics.path("count_reopens").canConvertToInt()) {
            row.put("reopened", statistics.path("count_reopens").asInt() > 0);
        }
        var rating = talk.at("/conversation_rating/rating");
        if (rating.canConvertToInt() && rating.asInt() > 0) {
            row.put("csat", rating.asInt());
        }
        return Optional.of(row);
    }

    /// When Intercom first sent it.
    static Optional<Instant> sentAt(JsonNode notification) {
        var sent = notification.path("first_sent_at");
        return sent.canConvertToLong() ? Optional.of(Instant.ofEpochSecond(sent.asLong())) : Optional.empty();
    }

    private static String time(JsonNode seconds) {
        return Instant.ofEpochSecond(seconds.asLong()).toString();
    }

    private static void put(ObjectNode row, String field, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
            row.put(field, value.asText());
        }
    }
}
