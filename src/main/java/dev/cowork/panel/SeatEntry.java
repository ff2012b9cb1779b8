package dev.cowork.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.partner.Specialist.Position;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// What a specialist said in a round, or why it said nothing.
@Entity
@Table(name = "panel_seat")
class SeatEntry {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Embeddable
    record Place(UUID panel, int round, String specialist) {}

    @EmbeddedId
    private Place id;

    @PartitionKey
    private String workspace;

    private @Nullable String missing;
    private @Nullable String position;

    @Column(name = "settled_at")
    private Instant settledAt;

    SeatEntry() {}

    private static SeatEntry of(Panel panel, String specialist, Instant at) {
        var entry = new SeatEntry();
        entry.id = new Place(panel.id(), panel.round(), specialist);
        entry.workspace = panel.workspace().value();
        entry.settledAt = at;
        return entry;
    }

    static SeatEntry said(Panel panel, String specialist, Position position, Instant at) {
        var entry = of(panel, specialist, at);
        try {
            entry.position = JSON.writeValueAsString(position);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a position cannot be written down", e);
        }
        return entry;
    }

    static SeatEntry missing(Panel panel, String specialist, String why, Instant at) {
        var entry = of(panel, specialist, at);
        entry.missing = why;
        return entry;
    }

    String specialist() {
        return id.specialist();
    }

    int round() {
        return id.round();
    }

    Optional<Position> position() {
        try {
            return position == null ? Optional.empty() : Optional.of(JSON.readValue(position, Position.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept position cannot be read", e);
        }
    }

    /// Why it said nothing.
    String why() {
        return missing == null ? "" : missing;
    }
}
