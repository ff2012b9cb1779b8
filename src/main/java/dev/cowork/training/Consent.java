package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/// Somebody lets supervisors see their practice.
@Entity
@Table(name = "practice_consent")
class Consent {
    @Embeddable
    record ConsentKey(String workspace, String member) {}

    @EmbeddedId
    private ConsentKey key;

    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("NullAway")
    Consent() {}

    static Consent of(WorkspaceId workspace, MemberId member, Instant at) {
        var consent = new Consent();
        consent.key = new ConsentKey(workspace.value(), member.value());
        consent.givenAt = at;
        return consent;
    }

    MemberId member() {
        return new MemberId(key.member());
    }
}
