package dev.cowork.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The append-only record of everything done and refused, each entry chained to the one before. It holds decisions,
/// never customers' words: of words it keeps the hash.
@ApplicationScoped
class Audit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 500;
    private final AuditEntries entries;

    Audit(AuditEntries entries) {
        this.entries = entries;
    }

    /// What was done. `details` are short: rule, version, before, after.
    record Fact(ProposalKey proposal, String deed, MemberId member, Instant at, Map<String, String> details) {}

    /// What a look at the chain finds.
    sealed interface Finding {
        record Intact(long entries, String head) implements Finding {}

        record Broken(long seq, String why) implements Finding {}
    }

    /// Adds to the chain, in the transaction that does the deed. Locks the chain: to be called last.
    void write(Fact fact) {
        var head = entries.lockedHead(fact.proposal().in());
        var entry = AuditEntry.after(head, fact, body(fact, head.seq() + 1));
        entries.persist(entry);
        head.moveTo(entry);
    }

    /// Follows the chain from its beginning.
    @Transactional
    Finding verify(WorkspaceId workspace) {
        return entries.head(workspace)
                .map(head -> verify(workspace, head.seq(), head.hash()))
                .orElseGet(() -> verify(workspace, 0, ""));
    }

    private Finding verify(WorkspaceId workspace, long last, String lastHash) {
        var seq = 0L;
        var hash = "";
        while (seq < last) {
            var next = entries.after(workspace, seq, (int) Math.min(AT_ONCE, last - seq));
            if (next.isEmpty()) {
                return new Finding.Broken(seq + 1, "the chain ends before its head");
            }
            for (var entry : next) {
                if (entry.seq() != seq + 1) {
                    return new Finding.Broken(seq + 1, "it is missing");
                }
                if (!entry.follows(hash) || !entry.isAsHashed(fields(entry))) {
                    return new Finding.Broken(entry.seq(), "it is not what was written after the entry before");
                }
                seq = entry.seq();
                hash = entry.hash();
            }
            entries.forget();
        }
        if (!hash.equals(lastHash)) {
            return new Finding.Broken(seq, "the head names another hash");
        }
        return entries.after(workspace, seq, 1).isEmpty()
                ? new Finding.Intact(seq, hash)
                : new Finding.Broken(seq + 1, "it stands behind the head");
    }

    private static JsonNode fields(AuditEntry entry) {
        try {
            return JSON.readTree(entry.body());
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static String body(Fact fact, long seq) {
        var fields = new TreeMap<>(fact.details());
        fields.put("workspace", fact.proposal().workspace());
        fields.put("proposal", fact.proposal().id().toString());
        fields.put("seq", Long.toString(seq));
        fields.put("deed", fact.deed());
        fields.put("member", fact.member().value());
        fields.put("at", fact.at().toString());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException neverForStrings) {
            throw new IllegalStateException(neverForStrings);
        }
    }
}
