package dev.cowork.delivery;

import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/// What was given up for good, on both sides, for whoever runs the program: to look at, and to have tried once more.
@ApplicationScoped
class Dead {
    /// As [#referenceOf] makes it.
    private static final String DIGEST =
            "substr(encode(sha256(convert_to(workspace || ' ' || key, 'UTF8')), 'hex'), 1, 8)";

    private static final int MOST = 200;

    private final Sql sql;
    private final Lanes lanes;
    private final InstantSource clock;

    Dead(Sql sql, Lanes lanes, InstantSource clock) {
        this.sql = sql;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// One row, without what was said in it.
    record Item(String reference, String workspace, String kind, long row, int attempts, Instant since, String error) {}

    /// The latest first, and no more than anybody reads.
    @Transactional
    List<Item> all() {
        return sql.all("""
                select 'in-' || %s as reference, workspace, kind, id, attempts, ended_at, error from inbox
                where state = 'DEAD'
                union all
                select 'out-' || %s, workspace, 'post', id, attempts, ended_at, error from outbox where state = 'DEAD'
                order by ended_at desc limit %d""".formatted(DIGEST, DIGEST, MOST), Dead::item);
    }

    /// Has it tried once more, in its old order. Doing so twice tries it once.
    ///
    /// @param by who wants it, for the log
    /// @return how many rows wait again: none where nothing dead is called so
    @Transactional
    int replay(String reference, String by) {
        var now = clock.instant();
        var isIn = reference.startsWith("in-");
        var digest = reference.substring(reference.indexOf('-') + 1);
        var rows = sql.all(
                "select lane, workspace, id from " + (isIn ? "inbox" : "outbox") + " where state = 'DEAD' and " + DIGEST
                        + " = ? order by id",
                r -> new Place(new Lane(r.getString(1)), r.getString(2), r.getLong(3)),
                digest);
        var revived = 0;
        for (var place : rows) {
            lanes.lock(place.lane(), place.workspace());
            if (revive(isIn, place.row(), now)) {
                revived++;
                lanes.wake(isIn ? Schedule.Side.INBOX : Schedule.Side.OUTBOX, place.lane(), now);
                Log.infof("%s of %s, row %d, is tried again for %s", reference, place.workspace(), place.row(), by);
            }
        }
        return revived;
    }

    private record Place(Lane lane, String workspace, long row) {}

    private boolean revive(boolean isIn, long row, Instant now) {
        var statement = isIn
                ? "update inbox set state = 'WAITING', attempts = 0, due_at = ?, ended_at = null where id = ? and state = 'DEAD'"
                : "update outbox set state = 'PENDING', failures = 0, looked_up = 0, due_at = ?, ended_at = null"
                        + " where id = ? and state = 'DEAD'";
        return sql.update(statement, now, row) == 1;
    }

    static String referenceOf(String side, WorkspaceId workspace, Key key) {
        return side + "-" + HexFormat.of().formatHex(Sha256.bytes(workspace + " " + key), 0, 4);
    }

    private static Item item(ResultSet r) throws SQLException {
        var error = r.getString("error");
        return new Item(
                r.getString("reference"),
                r.getString("workspace"),
                r.getString("kind"),
                r.getLong("id"),
                r.getInt("attempts"),
                r.getTimestamp("ended_at").toInstant(),
                error == null ? "" : error.lines().findFirst().orElse(""));
    }
}
