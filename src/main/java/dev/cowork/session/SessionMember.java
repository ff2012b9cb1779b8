package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/// Somebody who works on the ticket as agent.
@Entity
@Table(name = "session_member")
class SessionMember {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private String member;

    @Column(name = "joined_at")
    private Instant joinedAt;

    SessionMember() {}

    SessionMember(Session session, MemberId member, Instant joinedAt) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.member = member.value();
        this.joinedAt = joinedAt;
    }

    MemberId member() {
        return new MemberId(member);
    }

    Instant joinedAt() {
        return joinedAt;
    }
}
