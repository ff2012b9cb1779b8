package dev.cowork.delivery;

import java.sql.Connection;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What [Lanes] locks, [InboxRows] stores and [Schedule] wakes for one delivery, for many in one statement:
/// what comes in together would otherwise wait for PostgreSQL three times.
final class Arrivals {
    static final String STORE = """
            with given as (
                select name, workspace, place
                from unnest(?::text[], ?::text[]) with ordinality as l (name, workspace, place)
            ), held as (
                select one.name from given cross join lateral (
                    select name from lane where name = given.name for no key update skip locked
                ) as one
            ), made as (
                insert into lane (name, workspace)
                select name, workspace from given left join lateral (
                    select true as is_there from lane where name = given.name limit 1
                ) as one on true
                where is_there is null order by place on conflict do nothing returning name
            ), mine as (
                select name from held union all select name from made
            ), stored as (
                insert into inbox (workspace, key, gesture, lane, kind, body, received_at, due_at)
                select workspace, key, gesture, lane, kind, body, ?, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as d (workspace, key, gesture, lane, kind, body, place)
                where lane in (select name from mine)
                order by place on conflict do nothing returning workspace, key, lane
            ), woken as (
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select ?, lane, ?, false, 1 from (select distinct lane from stored order by lane) as s
                on conflict do nothing
            )
            select true, name from mine union all select false, workspace || ' ' || key from stored""";

    private Arrivals() {}

    /// What became of many.
    ///
    /// @param held the lanes nobody else held; what goes to another one was not stored
    /// @param isNew the identities of those that were stored
    record Stored(Set<String> held, Set<String> isNew) {
        boolean isHeld(Delivery delivery) {
            return held.contains(delivery.lane().value());
        }

        /// Of two that are one the first was stored.
        boolean takeNew(Delivery delivery) {
            return isNew.remove(identity(delivery));
        }
    }

    private static String identity(Delivery delivery) {
        return delivery.workspace() + " " + delivery.key();
    }

    /// In their order, as many as are new and go to a lane that nobody holds just now; in the connection's
    /// transaction.
    ///
    /// A lane that is there must not be touched but by a lock: an insert would wait for whoever changes it.
    /// Whoever makes a lane holds it. One that somebody else makes at this instant is not ours, and is held
    /// for the next one. All are locked in the order of their names, and before anything is stored: storing
    /// begins with sorting.
    /// Each lane is looked up by itself, as [Sql#BY_INDEX] says.
    ///
    /// @param first what the transaction selects before
    static Stored store(Connection connection, String first, List<Delivery> deliveries, Instant now) {
        var lanes = new TreeMap<String, String>();
        deliveries.forEach(it -> lanes.put(it.lane().value(), it.workspace().value()));
        var stored = new Stored(new HashSet<>(), new HashSet<>());
        Sql.together(
                connection,
                List.of("select " + first, STORE),
                row -> (row.getBoolean(1) ? stored.held() : stored.isNew()).add(row.getString(2)),
                lanes.keySet().toArray(String[]::new),
                lanes.values().toArray(String[]::new),
                now,
                now,
                each(deliveries, it -> it.workspace().value()),
                each(deliveries, it -> it.key().value()),
                each(deliveries, it -> it.gesture().map(Key::value).orElse(null)),
                each(deliveries, it -> it.lane().value()),
                each(deliveries, Delivery::kind),
                each(deliveries, Delivery::body),
                Schedule.Side.INBOX.name(),
                now);
        return stored;
    }

    private static @Nullable String[] each(List<Delivery> deliveries, Function<Delivery, @Nullable String> field) {
        return deliveries.stream().map(field).toArray(String[]::new);
    }
}
