package dev.cowork.impact.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tickets as they are sent: which help desk they are of, and one row for each.
public record Batch(String source, List<JsonNode> rows) {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,49}");

    /// Empty where it is none.
    public static Optional<Batch> of(JsonNode sent) {
        var rows = sent.path("tickets");
        var source = sent.path("source").asText();
        if (!rows.isArray() || !SOURCE.matcher(source).matches()) {
            return Optional.empty();
        }
        var all = new ArrayList<JsonNode>();
        rows.forEach(all::add);
        return Optional.of(new Batch(source, all));
    }

    public boolean isTooLarge() {
        return rows.size() > ImportingTickets.MOST;
    }

    @Override
    public String toString() {
        return "Batch[" + source + ", " + rows.size() + "]";
    }
}
