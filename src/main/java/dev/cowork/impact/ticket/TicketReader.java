package dev.cowork.impact.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Reads one row of a batch and says what is wrong with it.
@ApplicationScoped
class TicketReader {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    /// Other people's clocks are allowed to be this far ahead.
    private static final Duration AHEAD = Duration.ofDays(1);

    static final Set<String> KNOWN = Set.of(
            "external_id",
            "updated_at",
            "reference",
            "kind",
            "priority",
            "tier",
            "channel",
            "team",
            "agent",
            "opened_at",
            "solved_at",
            "csat",
            "escalated",
            "first_contact",
            "reopened",
            "manager",
            "handle_minutes");

    private final InstantSource clock;

    TicketReader(InstantSource clock) {
        this.clock = clock;
    }

    /// @throws BadFieldException with the first thing that is wrong
    TicketRow read(JsonNode row) {
        if (!row.isObject()) {
            throw new BadFieldException("", "is no object");
        }
        row.fieldNames().forEachRemaining(TicketReader::mustBeKnown);
        var fields = new Fields(row);
        var id = fields.needed("external_id", 200);
        var updated = told(fields, "updated_at");
        var opened = told(fields, "opened_at");
        var solved = fields.instant("solved_at").map(at -> sane("solved_at", at));
        if (solved.filter(opened::isAfter).isPresent()) {
            throw new BadFieldException("solved_at", "lies before opened_at");
        }
        var written = fields.name("reference");
        return new TicketRow(
                id,
                updated.toEpochMilli(),
                TicketKey.of(written == null ? id : written).orElse(id),
                fields.word("kind"),
                fields.word("priority"),
                fields.word("tier"),
                fields.word("channel"),
                fields.name("team"),
                fields.name("agent"),
                opened.toString(),
                solved.map(Instant::toString).orElse(null),
                fields.number("csat", 1, 5),
                fields.yesOrNo("escalated"),
                fields.yesOrNo("first_contact"),
                fields.yesOrNo("reopened"),
                fields.yesOrNo("manager"),
                fields.number("handle_minutes", 0, 1_000_000));
    }

    private Instant told(Fields fields, String field) {
        return sane(field, fields.instant(field).orElseThrow(() -> new BadFieldException(field, "is missing")));
    }

    private Instant sane(String field, Instant at) {
        if (at.isBefore(LONG_AGO) || at.isAfter(clock.instant().plus(AHEAD))) {
            throw new BadFieldException(field, at + " lies before 2000 or in the future");
        }
        return at;
    }

    private static void mustBeKnown(String field) {
        if (!KNOWN.contains(field)) {
            throw new BadFieldException(
                    Fields.cut(field),
                    "is no field of a ticket; known are "
                            + String.join(", ", KNOWN.stream().sorted().toList()));
        }
    }
}
