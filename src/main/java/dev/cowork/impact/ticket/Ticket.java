package dev.cowork.impact.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket of a help desk as we know it. Written by [Tickets] in batches, never one by one.
@Entity
@Table(name = "ticket")
class Ticket {
    @Embeddable
    record Id(
            String workspace,
            String source,
            @Column(name = "external_id") String externalId) {}

    @EmbeddedId
    private Id id;

    private long version;
    private String reference;

    @Column(name = "opened_at")
    private Instant openedAt;

    private @Nullable UUID session;

    @SuppressWarnings("NullAway")
    Ticket() {}
}
