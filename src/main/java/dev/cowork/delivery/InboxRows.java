package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The inbox table.
@ApplicationScoped
class InboxRows {
    private final Sql sql;

    InboxRows(Sql sql) {
        this.sql = sql;
    }

    /// A waiting delivery and how often it was tried.
    record Row(long id, Delivery delivery, int attempts, Instant dueAt) {}

    /// @return whether it is new
    boolean insert(Delivery delivery, Instant now) {
        return !insert(List.of(delivery), now).isEmpty();
    }

    /// Stores as many as are new, in their order.
    ///
    /// @return the identities of those that were
    Set<String> insert(List<Delivery> deliveries, Instant now) {
        return new HashSet<>(sql.all(
                """
                insert into inbox (workspace, key, gesture, lane, kind, body, received_at, due_at)
                select workspace, key, gesture, lane, kind, body, ?, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as d (workspace, key, gesture, lane, kind, body, place)
                order by place
                on conflict do nothing returning workspace || ' ' || key""",
                r -> r.getString(1),
                now,
                now,
                each(deliveries, it -> it.workspace().value()),
                each(deliveries, it -> it.key().value()),
                each(deliveries, it -> it.gesture().map(Key::value).orElse(null)),
                each(deliveries, it -> it.lane().value()),
                each(deliveries, Delivery::kind),
                each(deliveries, Delivery::body)));
    }

    static String identity(Delivery delivery) {
        return delivery.workspace() + " " + delivery.key();
    }

    private static @Nullable String[] each(List<Delivery> deliveries, Function<Delivery, @Nullable String> field) {
        return deliveries.stream().map(field).toArray(String[]::new);
    }

    void countDuplicate(Delivery delivery) {
        sql.update(
                "update inbox set duplicates = duplicates + 1 where workspace = ? and (key = ? or gesture = ?)",
                delivery.workspace().value(),
                delivery.key().value(),
                delivery.gesture().map(Key::value).orElse(null));
    }

    /// What is first on the lane, for the one who works it off; empty for whoever was given up for dead.
    Optional<Row> head(Lane lane, long epoch) {
        return sql.first("""
                select id, workspace, key, gesture, lane, kind, body, attempts, due_at from inbox
                where lane = ? and state = 'WAITING'
                    and exists (select 1 from lane where name = inbox.lane and epoch = ?)
                order by id limit 1""", InboxRows::row, lane.value(), epoch);
    }

    /// What is first on the lane.
    Optional<Row> head(Lane lane) {
        return sql.first("""
                select id, workspace, key, gesture, lane, kind, body, attempts, due_at from inbox
                where lane = ? and state = 'WAITING' order by id limit 1""", InboxRows::row, lane.value());
    }

    /// Locks the row and says whether it still waits: of two processes that hold one lane, one does the work.
    boolean claim(long id) {
        return sql.first("select id from inbox where id = ? and state = 'WAITING' for update", r -> r.getLong(1), id)
                .isPresent();
    }

    void done(long id, Instant now) {
        sql.update("update inbox set state = 'DONE', ended_at = ? where id = ? and state = 'WAITING'", now, id);
    }

    void postpone(long id, int attempts, Instant dueAt, String error) {
        sql.update(
                "update inbox set attempts = ?, due_at = ?, error = ? where id = ? and state = 'WAITING'",
                attempts,
                dueAt,
                error,
                id);
    }

    /// @return how many wait again
    int hearAgain(Lane lane, List<String> kinds, Instant now) {
        return sql.update("""
                update inbox set state = 'WAITING', attempts = 0, due_at = ?, ended_at = null
                where lane = ? and kind = any (?::text[]) and state = 'DONE'""", now, lane.value(), kinds.toArray(String[]::new));
    }

    void bury(long id, Instant now, String error) {
        sql.update(
                "update inbox set state = 'DEAD', ended_at = ?, error = ? where id = ? and state = 'WAITING'",
                now,
                error,
                id);
    }

    private static Row row(ResultSet r) throws SQLException {
        var delivery = new Delivery(
                new WorkspaceId(r.getString("workspace")),
                new Key(r.getString("key")),
                Optional.ofNullable(r.getString("gesture")).map(Key::new),
                new Lane(r.getString("lane")),
                r.getString("kind"),
                r.getString("body"));
        return new Row(
                r.getLong("id"),
                delivery,
                r.getInt("attempts"),
                r.getTimestamp("due_at").toInstant());
    }
}
