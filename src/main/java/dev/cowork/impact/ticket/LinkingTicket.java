package dev.cowork.impact.ticket;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/// Ties tickets to the sessions held about them, and lets go of old ones. In the caller's transaction.
@ApplicationScoped
public class LinkingTicket {
    private final Tickets tickets;

    LinkingTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    /// @param reference as [TicketKey] writes it
    public void link(WorkspaceId workspace, String reference, UUID session) {
        tickets.link(workspace, reference, session);
    }

    /// Forgets at most so many of those opened before; gives back how many.
    public int forget(Instant before, int atMost) {
        return tickets.forget(before, atMost);
    }

    /// Forgets counts of which nothing is left; gives back how many.
    public int forgetEmpty(int atMost) {
        return tickets.forgetEmpty(atMost);
    }

    /// Takes the person out of at most so many of those opened before; gives back how many.
    public int forgetPersons(Instant before, int atMost) {
        return tickets.forgetPersons(before, atMost);
    }
}
