package dev.cowork.impact.dashboard;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/// Tickets of a team in a week. Kept by PostgreSQL itself; [Counts] only reads.
@Entity
@Table(name = "ticket_week")
class TicketWeek {
    @Embeddable
    record Id(String workspace, LocalDate month, LocalDate week, String team, boolean assisted) {}

    @EmbeddedId
    private Id id;

    private int n;

    @SuppressWarnings("NullAway")
    TicketWeek() {}
}
