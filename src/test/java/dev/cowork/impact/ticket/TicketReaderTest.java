package dev.cowork.impact.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a row must look like, and what is said where it does not.
class TicketReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final TicketReader reader = new TicketReader(() -> Instant.parse("2026-11-25T12:00:00Z"));

    @Test
    void readsAllAHelpDeskCanTell() {
        var row = reader.read(json("""
            {"external_id": 35436, "updated_at": "2026-11-20 12:00:00 +0100", "opened_at": "2026-11-19",
             "solved_at": "2026-11-20T10:30:00Z", "kind": "Refund", "priority": "HIGH", "tier": "vip",
             "channel": "email", "team": "Returns", "agent": "a17", "csat": "5", "escalated": "no",
             "first_contact": true, "reopened": 0, "manager": null, "handle_minutes": 35.0}\
            """));

        assertEquals("35436", row.externalId());
        assertEquals("35436", row.reference());
        assertEquals(Instant.parse("2026-11-20T11:00:00Z").toEpochMilli(), row.version());
        assertEquals("2026-11-19T00:00:00Z", row.openedAt());
        assertEquals("refund", row.kind());
        assertEquals("high", row.priority());
        assertEquals("Returns", row.team());
        assertEquals(5, row.csat());
        assertEquals(false, row.escalated());
        assertEquals(true, row.firstContact());
        assertEquals(false, row.reopened());
        assertNull(row.manager());
        assertEquals(35, row.handleMinutes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"external_id\": \"\"                           | external_id | is missing",
                "\"external_id\": \"a\\u0000b\"                  | external_id | holds a control character",
                "\"external_id\": {\"a\": 1}                     | external_id | must be text or a number",
                "\"opened_at\": null                             | opened_at | is missing",
                "\"opened_at\": \"yesterday\"                    | opened_at | \"yesterday\" is no point in time",
                "\"opened_at\": \"2027-01-01T00:00:00Z\"         | opened_at | lies before 2000 or in the future",
                "\"solved_at\": \"2026-11-18T00:00:00Z\"         | solved_at | lies before opened_at",
                "\"solved_at\": \"+999999-01-01T00:00:00Z\"       | solved_at | lies before 2000 or in the future",
                "\"csat\": 6                                     | csat | is no whole number from 1 to 5",
                "\"csat\": 4.5                                   | csat | is no whole number from 1 to 5",
                "\"escalated\": \"perhaps\"                      | escalated | is neither yes nor no",
                "\"handle_minutes\": -1                          | handle_minutes | is no whole number",
                "\"handle_minutes\": 99999999999                 | handle_minutes | is no whole number",
                "\"customer\": \"Kim\"                           | customer | is no field of a ticket",
                "\"team\": \"\\ud800\"                           | team | holds a control character or half of one",
            })
    void saysWhichFieldIsWrongAndWhy(String field, String name, String why) {
        var row = json("""
            {"external_id": "1", "updated_at": "2026-11-20T10:00:00Z", "opened_at": "2026-11-19T10:00:00Z"}\
            """);
        ((com.fasterxml.jackson.databind.node.ObjectNode) row)
                .setAll((com.fasterxml.jackson.databind.node.ObjectNode) json("{" + field + "}"));

        var bad = assertThrows(BadFieldException.class, () -> reader.read(row));

        assertEquals(name, bad.field());
        assertTrue(String.valueOf(bad.getMessage()).contains(why), bad.getMessage());
    }

    @Test
    void takesAZendeskEvent() {
        var row = reader.read(ZendeskTicket.row(json("""
            {"type": "zen:event-type:ticket.status_changed", "id": "01", "time": "2026-11-20T10:30:00.5Z",
             "subject": "zen:ticket:35436", "event": {"previous": "OPEN", "current": "SOLVED"},
             "detail": {"id": "35436", "created_at": "2026-11-19T10:00:00Z", "updated_at": "2026-11-20T10:30:00Z",
               "status": "SOLVED", "priority": "HIGH", "type": "INCIDENT", "assignee_id": "88", "group_id": "9",
               "description": "words of a customer", "requester_id": "5", "via": {"channel": "web_service"},
               "tags": ["cowork_tier_gold", "escalated"]}}\
            """)).orElseThrow());

        assertEquals("incident", row.kind());
        assertEquals("high", row.priority());
        assertEquals("gold", row.tier());
        assertEquals("web_service", row.channel());
        assertEquals("2026-11-20T10:30:00.500Z", row.solvedAt());
        assertEquals(true, row.escalated());
        assertNull(row.reopened());
    }

    @Test
    void knowsAZendeskTicketThatWasOpenedAgain() {
        var row = reader.read(ZendeskTicket.row(json("""
            {"type": "zen:event-type:ticket.status_changed", "time": "2026-11-21T10:30:00Z",
             "event": {"previous": "SOLVED", "current": "OPEN"},
             "detail": {"id": "35436", "created_at": "2026-11-19T10:00:00Z"}}\
            """)).orElseThrow());

        assertEquals(true, row.reopened());
        assertNull(row.solvedAt());
    }

    @Test
    void takesAnIntercomConversation() {
        var row = reader.read(IntercomTicket.row(json("""
            {"type": "notification_event", "topic": "conversation.admin.closed", "first_sent_at": 1763634700,
             "data": {"type": "notification_event_data", "item": {"type": "conversation", "id": "215469",
               "created_at": 1763600000, "updated_at": 1763634600, "state": "closed", "priority": "priority",
               "source": {"type": "email", "body": "words of a customer"}, "admin_assignee_id": 814, "team_assignee_id": 9,
               "tags": {"tags": [{"name": "Refund"}]},
               "conversation_rating": {"rating": 4, "remark": "words"},
               "statistics": {"last_close_at": 1763634600, "count_reopens": 1}}}}\
            """)).orElseThrow());

        assertEquals("215469", row.externalId());
        assertEquals("high", row.priority());
        assertEquals("email", row.channel());
        assertEquals("refund", row.kind());
        assertEquals("814", row.agent());
        assertEquals(4, row.csat());
        assertEquals(true, row.reopened());
        assertEquals(Instant.ofEpochSecond(1763634600).toString(), row.solvedAt());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
