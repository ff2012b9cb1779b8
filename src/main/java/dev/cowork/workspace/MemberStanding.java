package dev.cowork.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/// What Slack last said of a person.
@Entity
@Table(name = "member_standing")
class MemberStanding {
    @Embeddable
    record Id(String workspace, String member) {}

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Column(name = "seen_at")
    private Instant seenAt;

    @SuppressWarnings("NullAway")
    MemberStanding() {}

    @SuppressWarnings("NullAway")
    MemberStanding(Id id) {
        this.id = id;
    }

    void is(Standing seen, Instant at) {
        standing = seen;
        seenAt = at;
    }

    MemberId member() {
        return new MemberId(id.member());
    }

    Standings.Seen seen() {
        return new Standings.Seen(standing, seenAt);
    }
}
