package dev.cowork.audit;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// The append-only record of everything done and refused, each entry chained to the one before, per workspace.
@ApplicationScoped
public class AuditChain {
    private final AuditEntries entries;

    AuditChain(AuditEntries entries) {
        this.entries = entries;
    }

    /// Adds to the chain, in the transaction that does the deed. Holds the end of the workspace's chain until that
    /// ends: to be called last.
    public void write(AuditFact fact) {
        var head = entries.lockedHead(fact.workspace());
        var entry = AuditEntry.after(head, fact, CanonicalJson.of(fact.fields(head.seq() + 1)));
        entries.persist(entry);
        head.moveTo(entry);
    }

    /// Follows the chain from its beginning, and looks whether it still is what was anchored.
    @Transactional
    public Finding verify(WorkspaceId workspace) {
        return entries.proof(workspace);
    }

    /// How many entries the chain has.
    @Transactional
    public long length(WorkspaceId workspace) {
        return entries.head(workspace).map(AuditHead::seq).orElse(0L);
    }
}
