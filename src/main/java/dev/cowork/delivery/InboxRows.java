package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The inbox table. A waiting row is always named with its lane: by its id alone PostgreSQL may look for it
/// in the index of all that wait, where that was short when it made its plan.
@ApplicationScoped
class InboxRows {
    /// What [#row] reads.
    static final String ROW = "id, workspace, key, gesture, lane, kind, body, attempts, due_at";

    static final String CLAIM =
            "select id, " + Sql.BY_INDEX + " from inbox where lane = ? and id = ? and state = 'WAITING' for update";
    static final String DONE =
            "update inbox set state = 'DONE', ended_at = ? where lane = ? and id = ? and state = 'WAITING'";

    /// Says to what follows in the transaction which lane is held.
    static final String DONE_HOLDING = "with done as (" + DONE + """
            ), held as (
                select name from lane where name = ? and epoch = ? for no key update skip locked
            )
            select set_config('cowork.held', coalesce((select name from held), ''), true)""";

    /// Looks only after the lane is held, as a statement of its own: what was stored while it was taken hold of would
    /// not be seen.
    static final String NEXT_OR_LEAVE = """
            with next as (
                select %s from inbox
                where lane = ? and state = 'WAITING' and lane = current_setting('cowork.held', true) order by id limit 1
            ), gone as (
                delete from scheduled_tasks
                where task_name = ? and task_instance = ? and version = ?
                    and task_instance = current_setting('cowork.held', true) and not exists (select 1 from next)
            )
            select current_setting('cowork.held', true) <> '' as is_held, next.*
            from (select 1) as one left join next on true""".formatted(ROW);

    private final Sql sql;

    InboxRows(Sql sql) {
        this.sql = sql;
    }

    /// A waiting delivery and how often it was tried.
    record Row(long id, Delivery delivery, int attempts, Instant dueAt) {}

    /// @return whether it is new
    boolean insert(Delivery delivery, Instant now) {
        return sql.update(
                        """
                insert into inbox (workspace, key, gesture, lane, kind, body, received_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                        delivery.workspace().value(),
                        delivery.key().value(),
                        delivery.gesture().map(Key::value).orElse(null),
                        delivery.lane().value(),
                        delivery.kind(),
                        delivery.body(),
                        now,
                        now)
                > 0;
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
        return sql.first("select " + ROW + """
                \sfrom inbox
                where lane = ? and state = 'WAITING'
                    and exists (select 1 from lane where name = inbox.lane and epoch = ?)
                order by id limit 1""", InboxRows::row, lane.value(), epoch);
    }

    /// What is first on the lane.
    Optional<Row> head(Lane lane) {
        return sql.first("select " + ROW + """
                \sfrom inbox
                where lane = ? and state = 'WAITING' order by id limit 1""", InboxRows::row, lane.value());
    }

    /// Locks the row and says whether it still waits: of two processes that hold one lane, one does the work.
    boolean claim(Row row) {
        return sql.first(CLAIM, r -> r.getLong(1), row.delivery().lane().value(), row.id())
                .isPresent();
    }

    void done(Row row, Instant now) {
        sql.update(DONE, now, row.delivery().lane().value(), row.id());
    }

    /// @param isHeld whether the lane was taken hold of
    /// @param row what is next on it, where it was
    record Next(boolean isHeld, Optional<Row> row) {
        boolean hasLeft() {
            return isHeld && row.isEmpty();
        }
    }

    /// Marks the row as done and takes hold of its lane; where nothing is next on it, it leaves the schedule,
    /// as [Schedule.Place] has it. Never waits for the lane: the transaction may hold others, and whoever holds
    /// this one may want one of those.
    ///
    /// @return not held where somebody else holds the lane just now, or began to work it off since. Whatever is
    ///     on it, it has not left then
    Next doneAndNext(Row row, long epoch, Schedule.Place place, Instant now) {
        var lane = place.lane().value();
        return sql.together(
                        List.of(DONE_HOLDING, NEXT_OR_LEAVE),
                        InboxRows::next,
                        now,
                        lane,
                        row.id(),
                        lane,
                        epoch,
                        lane,
                        place.side().name(),
                        lane,
                        place.version())
                .getFirst();
    }

    private static Next next(ResultSet r) throws SQLException {
        var isHeld = r.getBoolean("is_held");
        r.getLong("id");
        return new Next(isHeld, r.wasNull() ? Optional.empty() : Optional.of(row(r)));
    }

    void postpone(Row row, int attempts, Instant dueAt, String error) {
        sql.update(
                "update inbox set attempts = ?, due_at = ?, error = ? where lane = ? and id = ? and state = 'WAITING'",
                attempts,
                dueAt,
                error,
                row.delivery().lane().value(),
                row.id());
    }

    /// @return how many wait again
    int hearAgain(Lane lane, List<String> kinds, Instant now) {
        return sql.update("""
                update inbox set state = 'WAITING', attempts = 0, due_at = ?, ended_at = null
                where lane = ? and kind = any (?::text[]) and state = 'DONE'""", now, lane.value(), kinds.toArray(String[]::new));
    }

    void bury(Row row, Instant now, String error) {
        sql.update(
                "update inbox set state = 'DEAD', ended_at = ?, error = ? where lane = ? and id = ? and state = 'WAITING'",
                now,
                error,
                row.delivery().lane().value(),
                row.id());
    }

    static Row row(ResultSet r) throws SQLException {
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
