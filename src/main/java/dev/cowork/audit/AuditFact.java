package dev.cowork.audit;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Something that was done, or refused to be done. Never customers' words: of words it keeps at most the hash.
///
/// @param proposal which one it is about; empty where it is about none alone
/// @param deed what was done, in one word
/// @param member who did it: a Slack user id, or `system` for what time does
/// @param onBehalfOf for whom: who asked for it
/// @param change by which rule, from what, to what
/// @param gesture Slack's key of the press or form it was done with; `none` for what nobody pressed
/// @param more what else belongs to it: amounts, versions, hashes
public record AuditFact(
        WorkspaceId workspace,
        Optional<UUID> proposal,
        String deed,
        MemberId member,
        MemberId onBehalfOf,
        Change change,
        Instant at,
        String gesture,
        Map<String, String> more) {
    /// What has no Slack action behind it.
    public static final String NO_GESTURE = "none";

    /// By which rule, and what was and is the state. Where nothing changes both are the same.
    public record Change(String rule, String before, String after) {}

    public AuditFact {
        more = Map.copyOf(more);
        // As PostgreSQL keeps it: the entry must read the same from its columns as it was hashed.
        at = at.truncatedTo(ChronoUnit.MICROS);
        if (Stream.of(deed, change.rule(), change.before(), change.after(), gesture)
                .anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("the audit needs to know deed, rule, before, after and gesture of "
                    + deed + " in " + workspace + ": " + change + ", " + gesture);
        }
    }

    /// All of it by name, as it is hashed.
    SortedMap<String, String> fields(long seq) {
        var fields = new TreeMap<>(more);
        fields.put("workspace", workspace.value());
        fields.put("seq", Long.toString(seq));
        proposal.ifPresent(id -> fields.put("proposal", id.toString()));
        fields.put("deed", deed);
        fields.put("member", member.value());
        fields.put("onBehalfOf", onBehalfOf.value());
        fields.put("rule", change.rule());
        fields.put("before", change.before());
        fields.put("after", change.after());
        fields.put("at", at.toString());
        fields.put("gesture", gesture);
        return fields;
    }
}
