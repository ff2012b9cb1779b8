package dev.cowork.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.WorkspaceId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Proves the chains of a database or names the first entry that is broken. Needs a connection and nothing else, so it
/// works beside the bot, without it, and on a copy of its database.
public final class AuditProof {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1000;
    private static final String WORKSPACES = """
            select workspace from audit_head union select workspace from audit_entry
            union select workspace from audit_anchor order by workspace""";
    private static final String ANCHORS =
            "select day, seq, hash, channel, ts from audit_anchor where workspace = ? order by seq, day";
    /// In one statement, which sees one moment: a chain that grows meanwhile is not taken for a broken one.
    private static final String ENTRIES = """
            select coalesce(head.seq, 0) as head_seq, coalesce(head.hash, '') as head_hash,
                entry.seq, entry.proposal, entry.deed, entry.member, entry.at, entry.body, entry.previous_hash, entry.hash
            from (select ? as workspace) asked
            left join audit_head head on head.workspace = asked.workspace
            left join audit_entry entry on entry.workspace = asked.workspace
            order by entry.seq""";

    private final Connection connection;

    /// @param connection within a transaction, or every entry is read into memory at once
    public AuditProof(Connection connection) {
        this.connection = connection;
    }

    /// Which workspaces have a chain, or had one.
    public List<WorkspaceId> workspaces() throws SQLException {
        try (var query = connection.prepareStatement(WORKSPACES);
                var rows = query.executeQuery()) {
            var found = new ArrayList<WorkspaceId>();
            while (rows.next()) {
                found.add(new WorkspaceId(rows.getString(1)));
            }
            return found;
        }
    }

    /// Follows the chain from its beginning.
    ///
    /// @param told what somebody read outside the database, such as in the approvals channel
    public Finding of(WorkspaceId workspace, List<Anchor> told) throws SQLException {
        var anchors = new ArrayList<>(told);
        anchors.addAll(anchors(workspace));
        try (var query = connection.prepareStatement(ENTRIES)) {
            query.setFetchSize(AT_ONCE);
            query.setString(1, workspace.value());
            try (var rows = query.executeQuery()) {
                rows.next();
                var walk = new Walk(workspace, rows.getLong("head_seq"), rows.getString("head_hash"), anchors);
                return walk.along(rows);
            }
        }
    }

    private List<Anchor> anchors(WorkspaceId workspace) throws SQLException {
        try (var query = connection.prepareStatement(ANCHORS)) {
            query.setString(1, workspace.value());
            try (var rows = query.executeQuery()) {
                var found = new ArrayList<Anchor>();
                while (rows.next()) {
                    var post = rows.getString("ts") == null
                            ? ", not posted yet"
                            : ", posted in " + rows.getString("channel") + " at " + rows.getString("ts");
                    found.add(new Anchor(
                            rows.getLong("seq"),
                            rows.getString("hash"),
                            "the anchor of " + rows.getString("day") + post));
                }
                return found;
            }
        }
    }

    /// One way along a chain.
    private static final class Walk {
        private final WorkspaceId workspace;
        private final long last;
        private final String lastHash;
        private final ArrayDeque<Anchor> ahead;
        private long seq;
        private String hash = "";
        private long agreed;
        private long agreedUpTo;

        Walk(WorkspaceId workspace, long last, String lastHash, List<Anchor> anchors) {
            this.workspace = workspace;
            this.last = last;
            this.lastHash = lastHash;
            this.ahead = new ArrayDeque<>(anchors.stream()
                    .sorted(Comparator.comparingLong(Anchor::seq))
                    .toList());
        }

        Finding along(ResultSet rows) throws SQLException {
            for (var isThere = rows.getObject("seq") != null; isThere; isThere = rows.next()) {
                var broken = step(rows).or(this::anchored);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            return end();
        }

        private Optional<Finding> step(ResultSet entry) throws SQLException {
            var next = entry.getLong("seq");
            if (next != seq + 1) {
                return broken(seq + 1, "it is missing");
            }
            if (next > last) {
                return broken(next, "it stands behind the head");
            }
            var body = entry.getString("body");
            var hashed = Sha256.of(hash + body);
            if (!entry.getString("previous_hash").equals(hash)
                    || !entry.getString("hash").equals(hashed)
                    || !isAsHashed(entry, fields(body))) {
                return broken(next, "it is not what was written after the entry before");
            }
            seq = next;
            hash = hashed;
            return Optional.empty();
        }

        private Optional<Finding> anchored() {
            while (!ahead.isEmpty() && ahead.element().seq() == seq) {
                var anchor = ahead.remove();
                if (!anchor.hash().equals(hash)) {
                    return broken(
                            seq,
                            "%s says %s, and it is %s: something from entry %d on was written anew"
                                    .formatted(anchor.from(), anchor.hash(), hash, agreedUpTo + 1));
                }
                agreed++;
                agreedUpTo = seq;
            }
            return Optional.empty();
        }

        private Finding end() {
            if (seq < last) {
                return new Finding.Broken(seq + 1, "the chain ends before its head, which is entry " + last);
            }
            if (!hash.equals(lastHash)) {
                return new Finding.Broken(seq, "the head names another hash");
            }
            if (!ahead.isEmpty()) {
                return new Finding.Broken(
                        seq + 1,
                        "it is missing: %s names entry %d"
                                .formatted(
                                        ahead.element().from(), ahead.element().seq()));
            }
            return new Finding.Intact(seq, hash, agreed);
        }

        private static Optional<Finding> broken(long at, String why) {
            return Optional.of(new Finding.Broken(at, why));
        }

        /// Whether the columns say what the hashed body says.
        private boolean isAsHashed(ResultSet entry, JsonNode fields) throws SQLException {
            var proposal = entry.getObject("proposal", UUID.class);
            return says(fields, "workspace", workspace.value())
                    && says(fields, "seq", Long.toString(entry.getLong("seq")))
                    && says(fields, "proposal", proposal == null ? "" : proposal.toString())
                    && says(fields, "deed", entry.getString("deed"))
                    && says(fields, "member", entry.getString("member"))
                    && says(
                            fields,
                            "at",
                            entry.getObject("at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString());
        }

        private static boolean says(JsonNode fields, String name, String value) {
            return fields.path(name).asText().equals(value);
        }

        private static JsonNode fields(String body) {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                return JSON.createObjectNode();
            }
        }
    }
}
