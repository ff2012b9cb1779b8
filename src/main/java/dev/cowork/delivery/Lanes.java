package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// The lane table, and the rule that keeps wake-ups from being lost: whoever adds to a lane, and whoever takes it
/// off the schedule, holds the lane's row first. From then on everything in the transaction is found by an index
/// ([Sql#BY_INDEX]).
@ApplicationScoped
class Lanes {
    private final Sql sql;
    private final Schedule schedule;

    Lanes(Sql sql, Schedule schedule) {
        this.sql = sql;
        this.schedule = schedule;
    }

    /// Locks the lane until the transaction ends; makes it where it is new.
    void lock(Lane lane, String workspace) {
        if (locked(lane).isEmpty() && !isMade(lane, workspace)) {
            locked(lane);
        }
    }

    /// Whether it was new. Whoever made it holds it.
    private boolean isMade(Lane lane, String workspace) {
        return sql.update(
                        "insert into lane (name, workspace) values (?, ?) on conflict do nothing",
                        lane.value(),
                        workspace)
                > 0;
    }

    /// Whether nobody has begun to work the lane off since. Holds the lane, so that it stays true until the
    /// transaction ends.
    boolean isStill(Lane lane, long epoch) {
        return sql.first(
                                "select epoch, " + Sql.BY_INDEX + " from lane where name = ? for no key update",
                                r -> r.getLong(1),
                                lane.value())
                        .orElse(0L)
                == epoch;
    }

    Optional<String> locked(Lane lane) {
        return sql.first(
                "select name, " + Sql.BY_INDEX + " from lane where name = ? for no key update",
                r -> r.getString(1),
                lane.value());
    }

    /// Lets a lane that waits be looked at now, because what it waits for has happened. Holds the lane: otherwise
    /// somebody leaving it just now would send it to sleep again.
    void hasten(Schedule.Side side, Lane lane, Instant now) {
        locked(lane);
        schedule.hasten(side, lane, now);
    }

    /// Puts the lane on the schedule, once; seen by this process as soon as the transaction has committed.
    void wake(Schedule.Side side, Lane lane, Instant now) {
        schedule.wake(side, lane, now);
    }
}
