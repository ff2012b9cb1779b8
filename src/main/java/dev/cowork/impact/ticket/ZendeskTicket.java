package dev.cowork.impact.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A Zendesk ticket event as one of our rows. Kind and tier may be given by a tag, `cowork_kind_refund` or
/// `cowork_tier_vip`, because Zendesk's own type knows only four kinds and no tier.
final class ZendeskTicket {
    private static final Set<String> SOLVED = Set.of("SOLVED", "CLOSED");
    private static final Pattern TAG = Pattern.compile("cowork_(kind|tier)_(.+)");

    private ZendeskTicket() {}

    /// Empty where the event is about no ticket.
    static Optional<ObjectNode> row(JsonNode event) {
        var ticket = event.path("detail");
        if (!event.path("type").asText().startsWith("zen:event-type:ticket.")
                || ticket.path("id").asText().isEmpty()) {
            return Optional.empty();
        }
        var row = JsonNodeFactory.instance.objectNode();
        row.put("external_id", ticket.path("id").asText());
        row.put("opened_at", ticket.path("created_at").asText());
        // The event's own time: `updated_at` has whole seconds, and two events may share one.
        row.put(
                "updated_at",
                event.path("time").asText(ticket.path("updated_at").asText()));
        put(row, "kind", ticket.path("type"));
        put(row, "priority", ticket.path("priority"));
        put(row, "channel", ticket.at("/via/channel"));
        put(row, "team", ticket.path("group_id"));
        put(row, "agent", ticket.path("assignee_id"));
        for (var tag : ticket.path("tags")) {
            mark(row, tag.asText());
        }
        moved(row, event);
        return Optional.of(row);
    }

    private static void mark(ObjectNode row, String tag) {
        var ours = TAG.matcher(tag);
        if (ours.matches()) {
            row.put(ours.group(1), ours.group(2));
        } else if (tag.equals("escalated")) {
            row.put("escalated", true);
        } else if (tag.equals("vip")) {
            row.put("tier", "vip");
        }
    }

    private static void moved(ObjectNode row, JsonNode event) {
        if (event.path("type").asText().endsWith("ticket.status_changed")) {
            var before = event.at("/event/previous").asText().toUpperCase(java.util.Locale.ROOT);
            var now = event.at("/event/current").asText().toUpperCase(java.util.Locale.ROOT);
            if (SOLVED.contains(now) && !SOLVED.contains(before)) {
                row.put("solved_at", event.path("time").asText());
            } else if (SOLVED.contains(before) && !SOLVED.contains(now)) {
                row.put("reopened", true);
            }
        }
    }

    private static void put(ObjectNode row, String field, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
            row.put(field, value.asText());
        }
    }
}
