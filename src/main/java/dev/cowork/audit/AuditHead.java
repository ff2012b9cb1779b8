package dev.cowork.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The newest entry of a workspace's audit chain.
@Entity
@Table(name = "audit_head")
class AuditHead {
    @Id
    private String workspace;

    private long seq;
    private String hash;

    @SuppressWarnings("NullAway")
    AuditHead() {}

    void moveTo(AuditEntry next) {
        if (next.seq() != seq + 1) {
            throw new IllegalStateException(
                    "the audit of " + workspace + " is at " + seq + ", not before " + next.seq());
        }
        seq = next.seq();
        hash = next.hash();
    }

    String workspace() {
        return workspace;
    }

    long seq() {
        return seq;
    }

    String hash() {
        return hash;
    }
}
