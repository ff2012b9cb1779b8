package dev.cowork.keeping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// What is kept of a session or a person, table by table, as JSON.
@ApplicationScoped
class Exports {
    private static final String WHOLE = "true";

    private final KeptRows rows;
    private final ObjectMapper json;
    private final List<Holding> holdings = Holding.all();

    Exports(KeptRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Transactional
    ObjectNode session(WorkspaceId workspace, UUID session) {
        return of(workspace, new Whose.Of(List.of(session)));
    }

    /// All that is kept of somebody, with the sessions they began.
    @Transactional
    ObjectNode person(WorkspaceId workspace, MemberId member) {
        return of(workspace, new Whose.Person(member, rows.sessionsOf(workspace, member)));
    }

    private ObjectNode of(WorkspaceId workspace, Whose whose) {
        var all = json.createObjectNode();
        holdings.stream()
                .filter(it -> it.isShown()
                        && !it.ofSessions().equals(WHOLE)
                        && all.path(it.table()).isMissingNode())
                .forEach(holding -> {
                    var found = rows.rows(holding, workspace, whose);
                    if (!found.isEmpty()) {
                        var here = all.putArray(holding.table());
                        found.stream().map(this::read).forEach(here::add);
                    }
                });
        return all;
    }

    private JsonNode read(String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote no JSON", e);
        }
    }
}
