package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Keeps all processes together inside limits that somebody else sets: one token bucket per workspace and thing
/// limited, in PostgreSQL.
@ApplicationScoped
public class Pace {
    private static final WorkspaceId EVERYBODY = new WorkspaceId("*");

    private final Sql sql;
    private final InstantSource clock;
    /// Whoever of this process waits for a limit's row waits here first, where it costs no connection: of the
    /// twenty, a busy workspace's posts held eleven.
    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(64).toList();

    Pace(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A limit: so many a minute, and as many at once after a quiet time.
    public record Rate(int perMinute, int burst) {
        double perSecond() {
            return perMinute / 60.0;
        }
    }

    /// Takes one, if one is to be had while `reserve` are left for what is more important.
    ///
    /// @return empty where it was taken, otherwise how long to wait before asking again
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Duration> take(WorkspaceId workspace, String what, Rate rate, int reserve) {
        var turn = turns.get(Math.floorMod(31 * workspace.hashCode() + what.hashCode(), turns.size()));
        turn.lock();
        try {
            return within(workspace, () -> taken(workspace, what, rate, reserve));
        } finally {
            turn.unlock();
        }
    }

    /// The commit is not waited for: whoever else takes of it, in any process, would stand behind it meanwhile. A
    /// PostgreSQL that falls may forget the last of them; then Slack says that it was too much, and is obeyed.
    private Optional<Duration> taken(WorkspaceId workspace, String what, Rate rate, int reserve) {
        var now = clock.instant();
        var taken = sql.first(
                """
                insert into pace as p (workspace, what, tokens, at) values (?, ?, ?, ?)
                on conflict (workspace, what) do update set
                    tokens = least(?, p.tokens + greatest(0, extract(epoch from excluded.at - p.at)) * ?) - 1,
                    at = greatest(p.at, excluded.at)
                where p.blocked_until <= excluded.at
                    and least(?, p.tokens + greatest(0, extract(epoch from excluded.at - p.at)) * ?) >= ?
                returning tokens, %s""".formatted(Sql.UNAWAITED),
                r -> r.getDouble(1),
                workspace.value(),
                what,
                rate.burst() - 1.0,
                now,
                (double) rate.burst(),
                rate.perSecond(),
                (double) rate.burst(),
                rate.perSecond(),
                reserve + 1.0);
        return taken.isPresent() ? Optional.empty() : Optional.of(untilNext(workspace, what, rate));
    }

    /// Somebody said to stop for so long: nobody takes one until then, in any process.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void block(WorkspaceId workspace, String what, Duration pause) {
        var now = clock.instant();
        within(workspace, () -> sql.update("""
                insert into pace as p (workspace, what, tokens, at, blocked_until) values (?, ?, 0, ?, ?)
                on conflict (workspace, what) do update set
                    tokens = 0, blocked_until = greatest(p.blocked_until, excluded.blocked_until)""", workspace.value(), what, now, now.plus(pause)));
    }

    /// How long everybody was told to stop for, from now on; empty where nobody was.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Duration> blockedFor(WorkspaceId workspace, String what) {
        var now = clock.instant();
        return within(
                workspace,
                () -> sql.first(
                        "select extract(epoch from blocked_until - ?::timestamptz) from pace where workspace = ? and"
                                + " what = ? and blocked_until > ?::timestamptz",
                        r -> Duration.ofMillis((long) Math.ceil(r.getDouble(1) * 1000)),
                        now,
                        workspace.value(),
                        what,
                        now));
    }

    /// A limit for all of them together is kept under a name that no workspace has.
    private static <T> T within(WorkspaceId workspace, Supplier<T> deed) {
        return workspace.equals(EVERYBODY) ? Within.everyWorkspace(deed) : Within.workspace(workspace, deed);
    }

    private Duration untilNext(WorkspaceId workspace, String what, Rate rate) {
        var blocked = sql.first(
                "select extract(epoch from blocked_until - ?::timestamptz) from pace where workspace = ? and what = ? and"
                        + " blocked_until > ?::timestamptz",
                r -> r.getDouble(1),
                clock.instant(),
                workspace.value(),
                what,
                clock.instant());
        var seconds = Math.max(blocked.orElse(0.0), 1 / rate.perSecond());
        return Duration.ofMillis(Math.max(50, (long) (seconds * 1000)));
    }
}
