package dev.cowork.impact.ticket;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.Database;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Pins on a real database that tickets are taken in once, in their latest version, and counted truly.
@QuarkusTest
class TicketsRoomTest {
    private static final String OPENED = "2026-11-02T10:00:00Z";
    private static final String MONTH = "to_char(opened_at at time zone 'UTC', 'YYYY-MM-01')::date";
    private static final String MONDAY =
            "(opened_at at time zone 'UTC')::date - (extract(isodow from opened_at at time zone" + " 'UTC')::int - 1)";
    private static final String NUMBERS = "n, csat_n, csat_yes, escalated_n, escalated_yes, first_contact_n,"
            + " first_contact_yes, reopened_n, reopened_yes, manager_n, manager_yes, solved_n, solved_logs, solved_squares,"
            + " handle_n, handle_minutes, handle_squares";
    private static final String COUNTED = """
        count(*), count(csat), count(*) filter (where csat > 3), count(escalated), count(*) filter (where escalated),
            count(first_contact), count(*) filter (where first_contact), count(reopened),
            count(*) filter (where reopened), count(manager), count(*) filter (where manager), count(solved_at),
            coalesce(sum(round(1000 * ln(greatest(extract(epoch from solved_at - opened_at) / 60, 1)))), 0),
            coalesce(sum(power(round(1000 * ln(greatest(extract(epoch from solved_at - opened_at) / 60, 1))), 2)), 0),
            count(handle_minutes), coalesce(sum(handle_minutes), 0), coalesce(sum(handle_minutes * handle_minutes), 0)\
        """;
    /// Each table of counts, and the same counted from the tickets themselves, past all that keeps it.
    private static final Map<String, String> RECOUNTED = Map.of(
            "select month, team, kind, priority, tier, channel, assisted, " + NUMBERS + " from ticket_cell",
            "select " + MONTH + ", coalesce(team, ''), coalesce(kind, ''), coalesce(priority, ''), coalesce(tier, ''),"
                    + " coalesce(channel, ''), session is not null, " + COUNTED + " from ticket",
            "select month, week, team, assisted, " + NUMBERS + " from ticket_week",
            "select " + MONTH + ", " + MONDAY + ", coalesce(team, ''), session is not null, " + COUNTED
                    + " from ticket",
            "select month, week, team, agent, assisted, n, first_contact_n, first_contact_yes from ticket_person",
            "select " + MONTH + ", " + MONDAY + ", coalesce(team, ''), agent, session is not null, count(*),"
                    + " count(first_contact), count(*) filter (where first_contact) from ticket",
            "select month, team, kind, agent, assisted, n from ticket_kind_person",
            "select " + MONTH
                    + ", coalesce(team, ''), coalesce(kind, ''), agent, session is not null, count(*) from ticket");

    /// By how many columns each is grouped.
    private static final Map<String, String> KEYS = Map.of(
            "ticket_cell", "1, 2, 3, 4, 5, 6, 7",
            "ticket_week", "1, 2, 3, 4",
            "ticket_person", "1, 2, 3, 4, 5",
            "ticket_kind_person", "1, 2, 3, 4, 5");

    private final ImportingTickets importing;
    private final LinkingTicket linking;
    private final ObjectMapper json;
    private final Database database;
    private final WorkspaceId workspace =
            new WorkspaceId("T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT));

    TicketsRoomTest(ImportingTickets importing, LinkingTicket linking, ObjectMapper json, DataSource source) {
        this.importing = importing;
        this.linking = linking;
        this.json = json;
        this.database = new Database(source);
    }

    @Test
    void keepsTheLatestVersionHoweverOftenAndInWhateverOrderItComes() {
        var old = ticket("1", 1, Map.of("csat", 2, "kind", "refund"));
        var recent = ticket("1", 2, Map.of("csat", 5));

        assertEquals(1, importing.take(workspace, "desk", List.of(old)).stored());
        assertEquals(1, importing.take(workspace, "desk", List.of(recent)).stored());
        assertEquals(0, importing.take(workspace, "desk", List.of(recent)).stored());
        assertEquals(1, importing.take(workspace, "desk", List.of(old)).unchanged());

        assertEquals("5 refund", one("select csat || ' ' || kind from ticket where workspace = ?"));
        assertEquals("1", one("select sum(n)::text from ticket_cell where workspace = ?"));
        assertEquals("1", one("select sum(csat_yes)::text from ticket_cell where workspace = ?"));
    }

    @Test
    void tellsHelpDesksAndWorkspacesApart() {
        importing.take(workspace, "desk", List.of(ticket("1", 1, Map.of())));
        importing.take(workspace, "other", List.of(ticket("1", 1, Map.of())));
        importing.take(new WorkspaceId(workspace + "X"), "desk", List.of(ticket("1", 1, Map.of())));

        assertEquals("2", one("select count(*)::text from ticket where workspace = ?"));
    }

    @Test
    void refusesBadRowsOneByOne() {
        var receipt = importing.take(
                workspace,
                "desk",
                List.of(ticket("1", 1, Map.of()), ticket("2", 1, Map.of("csat", 9)), ticket("3", 1, Map.of())));

        assertEquals(2, receipt.stored());
        assertEquals(List.of(new Rejected(2, "2", "csat", "\"9\" is no whole number from 1 to 5")), receipt.rejected());
    }

    @Test
    void takesTheLatestOfTwoInOneBatch() {
        var receipt = importing.take(
                workspace, "desk", List.of(ticket("1", 2, Map.of("csat", 5)), ticket("1", 1, Map.of("csat", 1))));

        assertEquals(1, receipt.stored());
        assertEquals("5", one("select csat::text from ticket where workspace = ?"));
    }

    @Test
    void countsTrulyWhateverBecomesOfTickets() {
        var chance = new Random(7);
        for (int round = 0; round < 12; round++) {
            var batch = new ArrayList<JsonNode>();
            for (int row = 0; row < 60; row++) {
                batch.add(anyTicket(chance, round));
            }
            importing.take(workspace, "desk", batch);
            QuarkusTransaction.requiringNew()
                    .run(() -> linking.link(workspace, String.valueOf(chance.nextInt(120)), UUID.randomUUID()));
        }
        database.change("delete from ticket where workspace = ? and external_id like '%7'", workspace.value());

        RECOUNTED.forEach((counts, tickets) -> {
            var kept = counts + " where workspace = ? and n > 0";
            var raw = tickets + " where workspace = ?" + (counts.contains(" agent,") ? " and agent is not null" : "")
                    + " group by " + KEYS.get(counts.substring(counts.lastIndexOf(' ') + 1));
            for (var wrong : List.of(kept + " except all " + raw, raw + " except all " + kept)) {
                assertEquals(
                        0,
                        database.count("select count(*) from (" + wrong + ") w", workspace.value(), workspace.value()),
                        wrong);
            }
            assertTrue(database.count("select count(*) from (" + kept + ") k", workspace.value()) > 3, kept);
        });
        assertTrue(database.count("select sum(n) from ticket_cell where workspace = ?", workspace.value()) > 80);
    }

    @Test
    void takesInWhatIsSignedAndNothingElse() {
        var body = """
            {"source": "desk", "tickets": [
              {"external_id": "A-1", "updated_at": "%s", "opened_at": "%s"}, {"external_id": "A-2"}]}\
            """.formatted(OPENED, OPENED);

        var answer = send("", body, signed("tickets-secret-of-the-tests", body));
        assertEquals(200, answer.statusCode(), answer.asString());
        assertEquals(1, answer.jsonPath().getInt("stored"));
        assertEquals("updated_at", answer.jsonPath().getString("rejected[0].field"));
        assertEquals(2, answer.jsonPath().getInt("rejected[0].row"));

        assertEquals(
                200, send("", body, signed("tickets-secret-of-yesterday", body)).statusCode());
        assertEquals(401, send("", body, signed("somebody-elses", body)).statusCode());
        assertEquals(401, send("", body, Map.of()).statusCode());
        assertEquals(
                401,
                send("", body + " ", signed("tickets-secret-of-the-tests", body))
                        .statusCode());
        assertEquals(
                401,
                send("?source=zendesk", body, signed("tickets-secret-of-the-tests", body))
                        .statusCode());
        assertEquals(
                401,
                send("?source=intercom", body, Map.of("X-Hub-Signature", "sha1=00"))
                        .statusCode());
        assertEquals("1", one("select count(*)::text from ticket where workspace = ?"));
    }

    @Test
    void saysWhatIsWrongWithABatch() {
        for (var wrong : List.of(
                "",
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"source\": \"Desk!\", \"tickets\": []}",
                "{\"source\":\"desk\",\"tickets\":{}}",
                "{\"source\":\"desk\",\"tickets\":[]} {}")) {
            assertEquals(
                    400,
                    send("", wrong, signed("tickets-secret-of-the-tests", wrong))
                            .statusCode(),
                    wrong);
        }
        var large = "{\"source\": \"desk\", \"tickets\": [" + "1,".repeat(1_000) + "1]}";
        assertEquals(
                413,
                send("", large, signed("tickets-secret-of-the-tests", large)).statusCode());
    }

    private Response send(String query, String body, Map<String, String> headers) {
        return given().headers(headers)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/tickets" + query);
    }

    private Map<String, String> signed(String secret, String body) {
        var now = String.valueOf(Instant.now().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hash = mac.doFinal(("v1:" + now + ":" + workspace + ":" + body).getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "X-Cowork-Timestamp",
                    now,
                    "X-Cowork-Workspace",
                    workspace.value(),
                    "X-Cowork-Signature",
                    "v1=" + HexFormat.of().formatHex(hash));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode anyTicket(Random chance, int version) {
        var fields = new java.util.HashMap<String, Object>();
        var id = chance.nextInt(120);
        var opened = Instant.parse(OPENED).minus(id % 45, ChronoUnit.DAYS);
        fields.put("opened_at", opened.toString());
        fields.put("kind", List.of("refund", "login", "").get(chance.nextInt(3)));
        fields.put("priority", List.of("high", "low").get(chance.nextInt(2)));
        fields.put("team", List.of("Returns", "Billing").get(chance.nextInt(2)));
        fields.put("agent", "a" + chance.nextInt(5));
        fields.put("reopened", chance.nextBoolean());
        fields.put("first_contact", chance.nextBoolean());
        fields.put("handle_minutes", chance.nextInt(60));
        if (chance.nextBoolean()) {
            fields.put("csat", 1 + chance.nextInt(5));
            fields.put(
                    "solved_at",
                    opened.plus(chance.nextInt(9000), ChronoUnit.MINUTES).toString());
        }
        return ticket(String.valueOf(id), version, fields);
    }

    private JsonNode ticket(String id, int version, Map<String, ?> more) {
        var row = json.createObjectNode()
                .put("external_id", id)
                .put("opened_at", OPENED)
                .put("updated_at", Instant.parse(OPENED).plusSeconds(version).toString());
        row.setAll((com.fasterxml.jackson.databind.node.ObjectNode) json.valueToTree(more));
        return row;
    }

    private String one(String query) {
        return database.one(query, workspace.value());
    }
}
