package dev.cowork.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// The lane table, and the rule that keeps wake-ups from being lost: whoever adds to a lane, and whoever takes it
/// off the schedule, holds the lane's row first.
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

    /// Locks those of the lanes that nobody holds just now, until the transaction ends; makes those that are new.
    ///
    /// @param workspaces by the lanes' names, in their order: whoever locks several locks them in this one
    /// @return the names of those that are locked
    Set<String> lockFree(SortedMap<String, String> workspaces) {
        var names = workspaces.keySet().toArray(String[]::new);
        // A row that is there must not be touched: the insert would wait for whoever is changing it. Whoever makes a
        // lane
        // holds it. One that somebody else makes at this instant is not ours, and is held for the next one.
        return Set.copyOf(
                sql.all("""
                with given as (
                    select name, workspace, place
                    from unnest(?::text[], ?::text[]) with ordinality as l (name, workspace, place)
                ), held as (
                    select lane.name from lane where lane.name = any (?::text[]) order by lane.name
                    for no key update skip locked
                ), made as (
                    insert into lane (name, workspace)
                    select name, workspace from given
                    where not exists (select 1 from lane where lane.name = given.name)
                    order by place on conflict do nothing returning name
                )
                select name from held union all select name from made""", r -> r.getString(1), names, workspaces.values().toArray(String[]::new), names));
    }

    /// Begins to work off what came in on the lane.
    ///
    /// @return the number under which that is done; whoever began earlier has been given up for dead
    long enter(Lane lane) {
        return sql.first(
                        "update lane set epoch = epoch + 1 where name = ? returning epoch",
                        r -> r.getLong(1),
                        lane.value())
                .orElse(0L);
    }

    /// Whether nobody has begun to work the lane off since. Holds the lane, so that it stays true until the
    /// transaction ends.
    boolean isStill(Lane lane, long epoch) {
        return sql.first("select epoch from lane where name = ? for no key update", r -> r.getLong(1), lane.value())
                        .orElse(0L)
                == epoch;
    }

    Optional<String> locked(Lane lane) {
        return sql.first("select name from lane where name = ? for no key update", r -> r.getString(1), lane.value());
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

    /// As [#wake], many at once.
    void wake(Schedule.Side side, List<Lane> lanes, Instant now) {
        if (!lanes.isEmpty()) {
            schedule.wake(side, lanes, now);
        }
    }
}
