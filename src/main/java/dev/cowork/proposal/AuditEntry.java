package dev.cowork.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// One link of the audit chain. Written once.
@Entity
@Table(name = "audit_entry")
class AuditEntry {
    @Embeddable
    record Seq(String workspace, long seq) {}

    @EmbeddedId
    private Seq id;

    private UUID proposal;
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
    static AuditEntry after(AuditHead head, Audit.Fact fact, String body) {
        var entry = new AuditEntry();
        entry.id = new Seq(head.workspace(), head.seq() + 1);
        entry.proposal = fact.proposal().id();
        entry.deed = fact.deed();
        entry.member = fact.member().value();
        entry.at = fact.at();
        entry.body = body;
        entry.previousHash = head.hash();
        entry.hash = Terms.sha256(head.hash() + body);
        return entry;
    }

    /// Whether it is what was written after the entry with that hash.
    boolean follows(String hashBefore) {
        return previousHash.equals(hashBefore) && hash.equals(Terms.sha256(hashBefore + body));
    }

    /// Whether the columns say what the hashed body says.
    boolean isAsHashed(JsonNode fields) {
        return says(fields, "workspace", id.workspace())
                && says(fields, "seq", Long.toString(id.seq()))
                && says(fields, "proposal", proposal.toString())
                && says(fields, "deed", deed)
                && says(fields, "member", member)
                && says(fields, "at", at.toString());
    }

    private static boolean says(JsonNode fields, String name, String value) {
        return fields.path(name).asText().equals(value);
    }

    long seq() {
        return id.seq();
    }

    String hash() {
        return hash;
    }

    String body() {
        return body;
    }

    String deed() {
        return deed;
    }
}
