package dev.cowork.audit;

import dev.cowork.workspace.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One link of the audit chain. Written once; [AuditProof] reads it past us.
@Entity
@Table(name = "audit_entry")
class AuditEntry {
    @Embeddable
    record Seq(String workspace, long seq) {}

    @EmbeddedId
    private Seq id;

    private @Nullable UUID proposal;
    private String deed;
    private String member;
    private Instant at;
    private String body;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    @SuppressWarnings("NullAway")
    AuditEntry() {}

    /// The entry after the head, with the body as it is hashed.
    static AuditEntry after(AuditHead head, AuditFact fact, String body) {
        var entry = new AuditEntry();
        entry.id = new Seq(head.workspace(), head.seq() + 1);
        entry.proposal = fact.proposal().orElse(null);
        entry.deed = fact.deed();
        entry.member = fact.member().value();
        entry.at = fact.at();
        entry.body = body;
        entry.previousHash = head.hash();
        entry.hash = Sha256.of(head.hash() + body);
        return entry;
    }

    long seq() {
        return id.seq();
    }

    String hash() {
        return hash;
    }
}
