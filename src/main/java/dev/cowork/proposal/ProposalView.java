package dev.cowork.proposal;

import dev.cowork.delivery.Key;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A further message in which a proposal is shown.
@Entity
@Table(name = "proposal_view")
class ProposalView {
    @Embeddable
    record Id(String workspace, UUID proposal, String message) {
        static Id of(ProposalKey proposal, Key message) {
            return new Id(proposal.workspace(), proposal.id(), message.value());
        }
    }

    @EmbeddedId
    private Id id;

    private String place;

    @Column(name = "shown_at")
    private Instant shownAt;

    @SuppressWarnings("NullAway")
    ProposalView() {}

    ProposalView(Id id, String place, Instant shownAt) {
        this.id = id;
        this.place = place;
        this.shownAt = shownAt;
    }

    Key message() {
        return new Key(id.message());
    }
}
