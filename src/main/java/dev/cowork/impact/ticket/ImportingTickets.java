package dev.cowork.impact.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes in a batch of tickets: the good rows are kept together, each bad one is refused by itself. Twice is once.
@ApplicationScoped
public class ImportingTickets {
    /// More in one batch would hold the counts for too long.
    public static final int MOST = 1_000;

    private final TicketReader reader;
    private final Tickets tickets;
    private final ObjectMapper json;

    ImportingTickets(TicketReader reader, Tickets tickets, ObjectMapper json) {
        this.reader = reader;
        this.tickets = tickets;
        this.json = json;
    }

    /// @param source which help desk they are of: an external id is known within it alone
    /// @param rows at most [#MOST]
    @Transactional
    public Receipt take(WorkspaceId workspace, String source, List<JsonNode> rows) {
        if (rows.size() > MOST) {
            throw new IllegalArgumentException(rows.size() + " rows in one batch");
        }
        var latest = new LinkedHashMap<String, TicketRow>();
        var rejected = new ArrayList<Rejected>();
        for (int place = 0; place < rows.size(); place++) {
            read(rows.get(place), place + 1, latest, rejected);
        }
        var stored = latest.isEmpty() ? 0 : tickets.store(workspace, source, written(latest.values()));
        return new Receipt(rows.size(), stored, rows.size() - rejected.size() - stored, List.copyOf(rejected));
    }

    private void read(JsonNode row, int place, Map<String, TicketRow> latest, List<Rejected> rejected) {
        try {
            var ticket = reader.read(row);
            latest.merge(ticket.externalId(), ticket, (one, other) -> one.version() > other.version() ? one : other);
        } catch (BadFieldException bad) {
            rejected.add(new Rejected(
                    place,
                    Fields.cut(row.path("external_id").asText("")),
                    bad.field(),
                    String.valueOf(bad.getMessage())));
        }
    }

    private String written(Collection<TicketRow> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tickets cannot be written as JSON", e);
        }
    }
}
