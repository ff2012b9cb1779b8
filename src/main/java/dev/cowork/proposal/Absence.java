package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/// Somebody is away until then, as they said themselves.
@Entity
@Table(name = "absence")
class Absence {
    @Embeddable
    record Id(String workspace, String member) {
        static Id of(WorkspaceId workspace, MemberId member) {
            return new Id(workspace.value(), member.value());
        }
    }

    @EmbeddedId
    private Id id;

    @Column(name = "until_at")
    private Instant untilAt;

    @Column(name = "set_at")
    private Instant setAt;

    @SuppressWarnings("NullAway")
    Absence() {}

    Absence(Id id) {
        this.id = id;
        this.untilAt = Instant.EPOCH;
        this.setAt = Instant.EPOCH;
    }

    void lasts(Instant from, Instant until) {
        setAt = from;
        untilAt = until;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(id.workspace());
    }

    MemberId member() {
        return new MemberId(id.member());
    }

    Instant untilAt() {
        return untilAt;
    }
}
