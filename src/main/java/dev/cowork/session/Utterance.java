package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// Something said in the thread, or something that happened to the ticket.
@Entity
@Table(name = "utterance")
class Utterance {
    enum Kind {
        /// Said to the partner: to be answered.
        INSTRUCTION,
        /// Said to somebody else: there as context, never answered.
        ASIDE,
        /// Happened, such as a decision: to be answered.
        EVENT,
        /// Happened, such as a draft used: good to know, nothing to answer.
        NOTE
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;

    @Column(insertable = false, updatable = false)
    private @Nullable Long place;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String member;
    private String words;
    private @Nullable UUID turn;

    @Column(name = "said_at")
    private Instant saidAt;

    Utterance() {}

    Utterance(Session session, Kind kind, MemberId member, String words, Instant saidAt) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.kind = kind;
        this.member = member.value();
        this.words = words;
        this.saidAt = saidAt;
    }

    /// What stood in the session's thread before it began; there is one of a session.
    static Utterance earlier(Session session, String words, Instant notedAt) {
        var note = new Utterance(session, Kind.NOTE, session.owner(), words, notedAt);
        note.id = UUID.nameUUIDFromBytes(("earlier than " + session.id()).getBytes(StandardCharsets.UTF_8));
        return note;
    }

    /// Given to the partner in this turn.
    void goesInto(Turn turn) {
        if (this.turn != null && !this.turn.equals(turn.id())) {
            throw new IllegalStateException("utterance " + id + " was given to the partner in turn " + this.turn);
        }
        this.turn = turn.id();
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    boolean isToBeAnswered() {
        return kind == Kind.INSTRUCTION || kind == Kind.EVENT;
    }

    MemberId member() {
        return new MemberId(member);
    }

    String words() {
        return words;
    }

    @Override
    public String toString() {
        return "Utterance[" + id + ", " + kind + "]";
    }
}
