package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
    record Row(long id, Post post, State state, Tries tries, Times times) {
        boolean makesItsMessage() {
            return post.key().equals(post.message());
        }

        /// As it stands in the table after [#start].
        private Row sending() {
            return new Row(id, post, State.SENDING, tries.oneMore(), times);
        }
    }

    /// @param attempts how often it was tried, and the number of the latest try: no earlier one may write any more
    record Tries(int attempts, int failures, int lookedUp, int resent) {
        private Tries oneMore() {
            return new Tries(attempts + 1, failures, lookedUp, resent);
        }
    }

    record Times(Instant putAt, Instant startedAt, Instant dueAt) {}

    private static final String ROW = """
            select id, workspace, key, message, lane, body, state, attempts, failures, looked_up, resent,
                put_at, started_at, due_at
            from outbox\s""";

    static final String HEAD =
            ROW + "where lane = ? and state in ('PENDING', 'SENDING', 'UNKNOWN') order by id limit 1";

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

    /// A post that is being sent already, past the lane. Nothing where anything was put for its message
    /// before, or where anything else waits on its lane.
    Optional<Long> insertSending(Post post, Instant now, Instant due) {
        return sql.first(
                """
                insert into outbox (workspace, key, message, lane, body, state, attempts, put_at, started_at, due_at)
                select ?, ?, ?, ?, ?, 'SENDING', 1, ?, ?, ?
                where not exists (select 1 from outbox where workspace = ? and message = ?)
                    and not exists (
                        select 1 from outbox where lane = ? and state in ('PENDING', 'SENDING', 'UNKNOWN'))
                on conflict do nothing returning id""",
                r -> r.getLong(1),
                post.workspace().value(),
                post.key().value(),
                post.message().value(),
                post.lane().value(),
                post.body(),
                now,
                now,
                due,
                post.workspace().value(),
                post.message().value(),
                post.lane().value());
    }

    void forgetSending(long id) {
        sql.update("delete from outbox where id = ? and state = 'SENDING' and attempts = 1", id);
    }

    void doubtSending(long id, Instant dueAt) {
        sql.update(
                "update outbox set state = 'UNKNOWN', due_at = ? where id = ? and state = 'SENDING' and attempts = 1",
                dueAt,
                id);
    }

    boolean isPut(WorkspaceId workspace, Key key) {
        return sql.first(
                        "select 1 from outbox where workspace = ? and key = ?",
                        r -> r.getInt(1),
                        workspace.value(),
                        key.value())
                .isPresent();
    }

    boolean knows(WorkspaceId workspace, Sender.Place place) {
        return sql.first(
                        "select 1 from outbox where workspace = ? and channel = ? and ts = ? limit 1",
                        r -> r.getInt(1),
                        workspace.value(),
                        place.channel(),
                        place.ts())
                .isPresent();
    }

    Optional<Row> head(Lane lane) {
        return sql.first(HEAD, OutboxRows::row, lane.value());
    }

    /// Where the message named so stands, whichever of its posts made it; empty where it was never made.
    Optional<Sender.Place> place(WorkspaceId workspace, Key message) {
        return sql.first(
                """
                select channel, ts from outbox
                where workspace = ? and message = ? and state = 'SENT' and ts <> ''
                order by id limit 1""", r -> new Sender.Place(r.getString(1), r.getString(2)), workspace.value(), message.value());
    }

    /// Begins a try, unless somebody else has begun one.
    Optional<Row> start(Row row, Instant now) {
        return sql.update("""
                        update outbox set state = 'SENDING', attempts = attempts + 1, started_at = ?
                        where id = ? and state = ? and attempts = ?""", now, row.id(), row.state().name(), row.tries().attempts()) == 1
                ? Optional.of(row.sending())
                : Optional.empty();
    }

    /// Whichever try it was that arrived, a late one too: it has arrived.
    ///
    /// @return whether this call settled it, and not another one before
    boolean sent(long id, Sender.Place place, Instant now) {
        return sql.update("""
                        update outbox set state = 'SENT', channel = ?, ts = ?, ended_at = ?, error = null
                        where id = ? and attempts > 0 and state in ('PENDING', 'SENDING', 'UNKNOWN')""", place.channel(), place.ts(), now, id) == 1;
    }

    /// The try has ended, and the post has not. `failures` is what is counted from now on.
    void unsettle(Row row, State state, int failures, Instant dueAt, String error) {
        sql.update(
                """
                update outbox set state = ?, failures = ?, due_at = ?, error = ?
                where id = ? and attempts = ? and state not in ('SENT', 'DEAD')""", state.name(), failures, dueAt, error, row.id(), row.tries().attempts());
    }

    void lookedUp(Row row, Instant dueAt) {
        sql.update("""
                update outbox set looked_up = looked_up + 1, due_at = ?
                where id = ? and attempts = ? and state = 'UNKNOWN'""", dueAt, row.id(), row.tries().attempts());
    }

    void resend(Row row, Instant dueAt) {
        sql.update("""
                update outbox set state = 'PENDING', resent = resent + 1, looked_up = 0, due_at = ?
                where id = ? and attempts = ? and state = 'UNKNOWN'""", dueAt, row.id(), row.tries().attempts());
    }

    boolean bury(Row row, Instant now, String error) {
        return sql.update("""
                        update outbox set state = 'DEAD', ended_at = ?, error = ?
                        where id = ? and attempts = ? and state not in ('SENT', 'DEAD')""", now, error, row.id(), row.tries().attempts()) == 1;
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
                update outbox set state = 'PENDING', failures = 0, looked_up = 0, due_at = ?, ended_at = null
                where lane = ? and state = 'DEAD' and (?::text is null or message = ?::text)""",
                now,
                lane.value(),
                message.map(Key::value).orElse(null),
                message.map(Key::value).orElse(null));
    }

    /// The post of that id, once it was tried and while it may still be on its way.
    Optional<Row> underWay(long id) {
        return sql.first(
                ROW + "where id = ? and attempts > 0 and state in ('PENDING', 'SENDING', 'UNKNOWN')",
                OutboxRows::row,
                id);
    }

    boolean isSuspended(WorkspaceId workspace) {
        return sql.first("select 1 from suspension where workspace = ?", r -> r.getInt(1), workspace.value())
                .isPresent();
    }

    /// @return whether it was not suspended yet
    boolean suspend(WorkspaceId workspace, String reason, Instant now) {
        return sql.update(
                        "insert into suspension (workspace, reason, since) values (?, ?, ?) on conflict do nothing",
                        workspace.value(),
                        reason,
                        now)
                == 1;
    }

    /// @return the lanes that may go on
    List<Lane> resume(WorkspaceId workspace, Instant now) {
        sql.update("delete from suspension where workspace = ?", workspace.value());
        sql.update(
                "update outbox set due_at = ? where workspace = ? and state = 'PENDING' and due_at > ?",
                now,
                workspace.value(),
                now);
        return sql.all(
                "select distinct lane from outbox where workspace = ? and state in ('PENDING', 'SENDING', 'UNKNOWN')",
                r -> new Lane(r.getString(1)),
                workspace.value());
    }

    static Row row(ResultSet r) throws SQLException {
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
                new Tries(r.getInt("attempts"), r.getInt("failures"), r.getInt("looked_up"), r.getInt("resent")),
                new Times(
                        r.getTimestamp("put_at").toInstant(),
                        started == null ? Instant.EPOCH : started.toInstant(),
                        r.getTimestamp("due_at").toInstant()));
    }
}
