package dev.cowork.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// Who might decide in a workspace when its cards were last told.
@Entity
@Table(name = "who_decides")
class WhoDecides {
    @Id
    private String workspace;

    private String members;

    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway")
    WhoDecides() {}

    boolean is(String others) {
        return members.equals(others);
    }

    void becomes(String others, Instant at) {
        members = others;
        seenAt = at;
    }
}
