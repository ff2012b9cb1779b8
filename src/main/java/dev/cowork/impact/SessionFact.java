package dev.cowork.impact;

import dev.cowork.session.SessionClosed;
import dev.cowork.session.SessionOpened;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is counted of a session: no words.
@Entity
@Table(name = "session_fact")
class SessionFact {
    @Embeddable
    record Id(String workspace, UUID session) {
        static Id of(WorkspaceId workspace, UUID session) {
            return new Id(workspace.value(), session);
        }
    }

    @EmbeddedId
    private Id id;

    private String opening;
    private boolean quick;
    private @Nullable String owner;
    private String channel;
    private String team;
    private @Nullable String ticket;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    private @Nullable String outcome;
    private @Nullable Integer confidence;

    @Column(name = "closing_confidence")
    private @Nullable Integer closingConfidence;

    @Column(name = "first_contact")
    private @Nullable Boolean firstContact;

    @Column(name = "worked_minutes")
    private @Nullable Integer workedMinutes;

    @Column(name = "own_closeness")
    private @Nullable Integer ownCloseness;

    @SuppressWarnings("NullAway")
    SessionFact() {}

    static SessionFact of(SessionOpened opened, Place place) {
        var fact = new SessionFact();
        fact.id = Id.of(opened.workspace(), opened.session());
        fact.opening = opened.opening();
        fact.quick = opened.isQuick();
        fact.owner = opened.owner().value();
        fact.confidence = opened.confidence().orElse(null);
        fact.openedAt = opened.openedAt();
        fact.stand(place);
        return fact;
    }

    /// Of a session that was opened before anything was counted.
    static SessionFact of(SessionClosed closed, Place place) {
        var fact = new SessionFact();
        fact.id = Id.of(closed.workspace(), closed.session());
        fact.opening = closed.opening();
        fact.openedAt = closed.openedAt();
        fact.stand(place);
        return fact;
    }

    /// Where it was held, and about which ticket.
    record Place(String channel, String team, Optional<String> ticket) {}

    private void stand(Place place) {
        channel = place.channel();
        team = place.team();
        ticket = place.ticket().orElse(null);
    }

    void close(SessionClosed closed, Optional<Integer> closeness) {
        owner = closed.owner().value();
        quick = closed.isQuick();
        confidence = closed.confidence().orElse(null);
        closedAt = closed.closedAt();
        outcome = closed.outcome();
        closingConfidence = closed.closingConfidence().orElse(null);
        firstContact = closed.firstContact().orElse(null);
        workedMinutes = Math.toIntExact(Math.min(closed.workedMinutes(), Integer.MAX_VALUE));
        ownCloseness = closeness.orElse(null);
    }

    Optional<String> ticket() {
        return Optional.ofNullable(ticket);
    }

    /// Practice is no work on a ticket.
    boolean isPractice() {
        return opening.equals("training");
    }
}
