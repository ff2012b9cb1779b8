package dev.cowork.delivery;

import dev.cowork.workspace.wall.Within;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What waits, what is in doubt and what is dead, as numbers for `/q/metrics`. They are the same in every process,
/// because they come from the tables; each process looks at most every few seconds, however many ask.
@ApplicationScoped
class Gauges {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Sql sql;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private @Nullable Numbers latest;
    private Instant lookedAt = Instant.MIN;

    Gauges(Sql sql, InstantSource clock, MeterRegistry meters) {
        this.sql = sql;
        this.clock = clock;
        this.meters = meters;
    }

    private record Numbers(
            double inboxWaiting,
            double inboxOldest,
            double inboxDead,
            double pending,
            double sending,
            double unknown,
            double outboxOldest,
            double outboxDead,
            double lanesBusy,
            double suspended) {}

    /// Only by the partial indexes: what has ended well is never counted.
    private static final String LOOK = """
            select i.waiting, i.oldest, (select count(*) from inbox where state = 'DEAD'),
                o.pending, o.sending, o.unknown, o.oldest, (select count(*) from outbox where state = 'DEAD'),
                (select count(*) from scheduled_tasks where picked and task_name in ('INBOX', 'OUTBOX')),
                (select count(*) from suspension)
            from (select count(*) as waiting,
                    coalesce(extract(epoch from ?::timestamptz - min(received_at)), 0) as oldest
                from inbox where state = 'WAITING') i,
                (select count(*) filter (where state = 'PENDING') as pending,
                    count(*) filter (where state = 'SENDING') as sending,
                    count(*) filter (where state = 'UNKNOWN') as unknown,
                    coalesce(extract(epoch from ?::timestamptz - min(put_at)), 0) as oldest
                from outbox where state in ('PENDING', 'SENDING', 'UNKNOWN')) o""";

    void on(@Observes StartupEvent started) {
        gauge("cowork.inbox.waiting", Tags.empty(), "Deliveries stored and not worked off yet", Numbers::inboxWaiting);
        gauge("cowork.inbox.oldest.seconds", Tags.empty(), "Age of the oldest waiting delivery", Numbers::inboxOldest);
        gauge("cowork.outbox.posts", Tags.of("state", "pending"), "Posts on their way, by state", Numbers::pending);
        gauge("cowork.outbox.posts", Tags.of("state", "sending"), "Posts on their way, by state", Numbers::sending);
        gauge("cowork.outbox.posts", Tags.of("state", "unknown"), "Posts on their way, by state", Numbers::unknown);
        gauge("cowork.outbox.oldest.seconds", Tags.empty(), "Age of the oldest post on its way", Numbers::outboxOldest);
        gauge("cowork.dead", Tags.of("side", "inbox"), "Rows given up for good and not replayed", Numbers::inboxDead);
        gauge("cowork.dead", Tags.of("side", "outbox"), "Rows given up for good and not replayed", Numbers::outboxDead);
        gauge("cowork.lanes.busy", Tags.empty(), "Lanes being worked on by all processes", Numbers::lanesBusy);
        gauge(
                "cowork.workspaces.suspended",
                Tags.empty(),
                "Workspaces whose token Slack does not take",
                Numbers::suspended);
    }

    private void gauge(String name, Tags tags, String what, ToDoubleFunction<Numbers> number) {
        Gauge.builder(name, this, it -> it.now(number))
                .description(what)
                .tags(tags)
                .register(meters);
    }

    /// Not a number where the database cannot be asked: an old number would look like a good one.
    private synchronized double now(ToDoubleFunction<Numbers> number) {
        var now = clock.instant();
        if (lookedAt.plus(FRESH).isBefore(now)) {
            lookedAt = now;
            latest = look(now);
        }
        return latest == null ? Double.NaN : number.applyAsDouble(latest);
    }

    private @Nullable Numbers look(Instant now) {
        try {
            return Within.everyWorkspace(() -> QuarkusTransaction.requiringNew().call(() -> {
                sql.hurry();
                return sql.first(LOOK, Gauges::numbers, now, now).orElseThrow();
            }));
        } catch (RuntimeException e) {
            Log.warnf("the numbers for /q/metrics cannot be had: %s", e.getMessage());
            return null;
        }
    }

    private static Numbers numbers(ResultSet r) throws SQLException {
        return new Numbers(
                r.getDouble(1),
                r.getDouble(2),
                r.getDouble(3),
                r.getDouble(4),
                r.getDouble(5),
                r.getDouble(6),
                r.getDouble(7),
                r.getDouble(8),
                r.getDouble(9),
                r.getDouble(10));
    }
}
