package dev.cowork.delivery;

import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.sharing.Outcome;
import dev.cowork.workspace.wall.Within;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What came in.
@ApplicationScoped
public class Inbox {
    private static final Executor APART =
            deed -> Thread.ofVirtual().name("inbox-apart").start(deed);

    private final InboxRows rows;
    private final Lanes lanes;
    private final SharedCommit together;
    private final RightOfWay way;
    private final Sql sql;
    private final InstantSource clock;

    Inbox(InboxRows rows, Lanes lanes, SharedCommit together, RightOfWay way, Sql sql, InstantSource clock) {
        this.rows = rows;
        this.lanes = lanes;
        this.together = together;
        this.way = way;
        this.sql = sql;
        this.clock = clock;
    }

    /// Does what somebody waits for an answer to: where many do, what is stored already waits for them.
    public <T> T first(Supplier<T> deed) {
        way.arrives();
        try {
            return deed.get();
        } finally {
            way.leaves();
        }
    }

    /// Stores the delivery and wakes its lane, in the caller's transaction or one of its own. A delivery whose key, or
    /// whose gesture's key, is there already is counted and ignored.
    ///
    /// In a transaction of its own it gives up soon where the database is slow or the lane is held: somebody waits
    /// and will ask again.
    ///
    /// @return whether it is new
    /// @throws DatabaseUnavailableException where it was not stored
    public boolean accept(Delivery delivery) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            var isNew = store(delivery);
            if (!isNew) {
                Metrics.counter("cowork.inbox.duplicates").increment();
                rows.countDuplicate(delivery);
            }
            return isNew;
        }
        return stored(delivery, Outcome.of(together.store(delivery)));
    }

    /// As [#accept] does in a transaction of its own, for somebody who waits for an answer: keeps no thread meanwhile,
    /// and what is stored already waits as in [#first].
    ///
    /// @return after the commit, whether it is new; fails as [#accept] does
    public CompletionStage<Boolean> acceptFirst(Delivery delivery) {
        var storing = together.store(delivery);
        way.arrives();
        return storing.thenCompose(together -> together.orElse(false)
                        ? CompletableFuture.completedFuture(true)
                        : CompletableFuture.supplyAsync(() -> stored(delivery, together), APART))
                .whenComplete((_, _) -> way.leaves());
    }

    /// @param together what became of it among others
    private boolean stored(Delivery delivery, Optional<Boolean> together) {
        boolean isNew = together.orElseGet(() -> Within.workspace(delivery.workspace(), () -> alone(delivery)));
        if (!isNew) {
            Metrics.counter("cowork.inbox.duplicates").increment();
            Within.workspace(delivery.workspace(), () -> count(delivery));
        }
        return isNew;
    }

    private boolean alone(Delivery delivery) {
        var isNew = QuarkusTransaction.requiringNew().call(() -> {
            sql.hurry();
            var stored = store(delivery);
            CrashPoint.INTAKE_STORED.pass();
            return stored;
        });
        CrashPoint.INTAKE_COMMITTED.pass();
        return isNew;
    }

    /// A time in which something may have been missed.
    public record Gap(Instant from, Instant to) {}

    /// Writes down that at this moment we live, have the database and reach Slack, for all processes together.
    ///
    /// @param longest what Slack's own retries bridge
    /// @return the time since the last such moment, where it was longer. Told once, however many processes ask
    @Transactional
    public Optional<Gap> pulse(WorkspaceId workspace, Duration longest) {
        var now = clock.instant();
        var last = sql.first(
                "select at from pulse where workspace = ? for update",
                row -> row.getTimestamp(1).toInstant(),
                workspace.value());
        sql.update("""
                insert into pulse as p (workspace, at) values (?, ?)
                on conflict (workspace) do update set at = greatest(p.at, excluded.at)""", workspace.value(), now);
        return last.filter(at -> at.plus(longest).isBefore(now)).map(at -> new Gap(at, now));
    }

    /// The workspaces that we had the database for and reached Slack of since then; the latest first.
    @Transactional
    public List<WorkspaceId> served(Instant since) {
        return sql.all(
                "select workspace from pulse where at >= ? order by at desc",
                row -> new WorkspaceId(row.getString(1)),
                since);
    }

    /// Has what of these kinds was worked off on the lane already worked off once more, in its old order, next: it came
    /// before what it belongs to, and was nobody's then. Joins the caller's transaction.
    @Transactional
    public void hearAgain(WorkspaceId workspace, Lane lane, List<String> kinds) {
        var now = clock.instant();
        lanes.lock(lane, workspace.value());
        if (rows.hearAgain(lane, kinds, now) > 0) {
            lanes.wake(Schedule.Side.INBOX, lane, now);
        }
    }

    private boolean store(Delivery delivery) {
        var now = clock.instant();
        lanes.lock(delivery.lane(), delivery.workspace().value());
        if (!rows.insert(delivery, now)) {
            Log.debugf("delivery %s of %s is here already", delivery.key(), delivery.workspace());
            return false;
        }
        lanes.wake(Schedule.Side.INBOX, delivery.lane(), now);
        return true;
    }

    /// The first one may be being worked off just now, and hold its row. It is there: that is what counts, and not the
    /// number.
    private void count(Delivery delivery) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.hurry();
                rows.countDuplicate(delivery);
            });
        } catch (DatabaseUnavailableException e) {
            Log.debugf("a duplicate of %s is not counted: %s", delivery.key(), e.getMessage());
        }
    }
}
