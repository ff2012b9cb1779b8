package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The outbox table.
@ApplicationScoped
class OutboxRows {
    private final Sql sql;

    OutboxRows(Sql sql) {
        this.sql = sql;
    }

    enum State {
        PENDING,
        SENDING,
        SENT,
        UNKNOWN,
        DEAD
    }

    /// A post that has not come to its end.
    record Row(long id, Post post, State state, int attempts, int lookedUp, Instant startedAt, Instant dueAt) {
        boolean makesItsMessage() {
            return post.key().equals(post.message());
        }
    }

    boolean insert(Post post, Instant now) {
        return sql.update(
                        """
                        insert into outbox (workspace, key, message, lane, body, put_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        post.workspace().value(),
                        post.key().value(),
                        post.message().value(),
                        post.lane().value(),
                        post.body(),
                        now,
                        now)
                == 1;
    }

    /// Records a message that was made past the lane, so that later posts can change it.
    boolean insertSent(Post post, Sender.Place place, Instant now) {
        return sql.update(
                        """
                        insert into outbox
                            (workspace, key, message, lane, body, state, attempts, put_at, due_at, ended_at, channel, ts)
                        values (?, ?, ?, ?, ?, 'SENT', 1, ?, ?, ?, ?, ?) on conflict do nothing""",
                        post.workspace().value(),
                        post.key().value(),
                        post.message().value(),
                        post.lane().value(),
                        post.body(),
                        now,
                        now,
                        now,
                        place.channel(),
                        place.ts())
                == 1;
    }

    Optional<Row> head(Lane lane) {
        return sql.first("""
                select id, workspace, key, message, lane, body, state, attempts, looked_up, started_at, due_at
                from outbox where lane = ? and state in ('PENDING', 'SENDING', 'UNKNOWN') order by id limit 1""", OutboxRows::row, lane.value());
    }

    /// Where the message named so stands, whichever of its posts made it; empty where it was never made.
    Optional<Sender.Place> place(WorkspaceId workspace, Key message) {
        return sql.first(
                """
                select channel, ts from outbox
                where workspace = ? and message = ? and state = 'SENT' and ts <> ''
                order by id limit 1""", r -> new Sender.Place(r.getString(1), r.getString(2)), workspace.value(), message.value());
    }

    boolean start(Row row, Instant now) {
        return sql.update("""
                        update outbox set state = 'SENDING', attempts = attempts + 1, started_at = ?
                        where id = ? and state = ?""", now, row.id(), row.state().name()) == 1;
    }

    /// @return whether this call settled it, and not another one before
    boolean sent(long id, Sender.Place place, Instant now) {
        return sql.update("""
                        update outbox set state = 'SENT', channel = ?, ts = ?, ended_at = ?, error = null
                        where id = ? and state in ('SENDING', 'UNKNOWN')""", place.channel(), place.ts(), now, id) == 1;
    }

    void unsettle(long id, State state, Instant dueAt, String error) {
        sql.update(
                "update outbox set state = ?, due_at = ?, error = ? where id = ? and state not in ('SENT', 'DEAD')",
                state.name(),
                dueAt,
                error,
                id);
    }

    void lookedUp(long id, Instant dueAt) {
        sql.update("update outbox set looked_up = looked_up + 1, due_at = ? where id = ?", dueAt, id);
    }

    void resend(long id, Instant now) {
        sql.update("""
                update outbox set state = 'PENDING', resent = resent + 1, looked_up = 0, due_at = ?
                where id = ? and state = 'UNKNOWN'""", now, id);
    }

    boolean bury(long id, Instant now, String error) {
        return sql.update("""
                        update outbox set state = 'DEAD', ended_at = ?, error = ?
                        where id = ? and state not in ('SENT', 'DEAD')""", now, error, id) == 1;
    }

    /// The lane on which posts of the message died; empty where none did.
    Optional<Lane> laneOfDead(WorkspaceId workspace, Key message) {
        return sql.first(
                "select lane from outbox where workspace = ? and message = ? and state = 'DEAD' limit 1",
                r -> new Lane(r.getString(1)),
                workspace.value(),
                message.value());
    }

    /// @return how many died and are alive again
    int revive(Lane lane, Optional<Key> message, Instant now) {
        return sql.update(
                """
                update outbox set state = 'PENDING', attempts = 0, looked_up = 0, due_at = ?, ended_at = null
                where lane = ? and state = 'DEAD' and (?::text is null or message = ?::text)""",
                now,
                lane.value(),
                message.map(Key::value).orElse(null),
                message.map(Key::value).orElse(null));
    }

    /// The post of that id, while it may still be on its way.
    Optional<Row> underWay(long id) {
        return sql.first("""
                select id, workspace, key, message, lane, body, state, attempts, looked_up, started_at, due_at
                from outbox where id = ? and state in ('SENDING', 'UNKNOWN')""", OutboxRows::row, id);
    }

    private static Row row(ResultSet r) throws SQLException {
        var post = new Post(
                new WorkspaceId(r.getString("workspace")),
                new Key(r.getString("key")),
                new Key(r.getString("message")),
                new Lane(r.getString("lane")),
                r.getString("body"));
        var started = r.getTimestamp("started_at");
        return new Row(
                r.getLong("id"),
                post,
                State.valueOf(r.getString("state")),
                r.getInt("attempts"),
                r.getInt("looked_up"),
                started == null ? Instant.EPOCH : started.toInstant(),
                r.getTimestamp("due_at").toInstant());
    }
}
