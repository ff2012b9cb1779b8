package dev.cowork.delivery;

import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.wall.Wall;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// Stores deliveries, many in one transaction: those that arrive while one is under way share the next one. A burst
/// then costs a few commits and one connection, and nobody waits for hundreds of others to have theirs.
@ApplicationScoped
class SharedCommit {
    private static final long ORIGIN = System.nanoTime();
    private static final long NOBODY = 0;
    private static final Duration TOO_LONG = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final Duration BREATH = Duration.ofMillis(10);
    private static final int MOST = 64;
    /// Slack's requests have a few thousand characters; rarely many more.
    private static final int MOST_CHARACTERS = 1_000_000;

    private final DataSource intake;
    private final Wall wall;
    private final Schedule schedule;
    private final InstantSource clock;
    private final Deque<Waiting> queue = new ConcurrentLinkedDeque<>();
    /// Real threads: one that is virtual would be woken twice for each of PostgreSQL's answers, which it waits for
    /// with a limit.
    private final ExecutorService committing = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("shared-commit-", 0).factory());
    /// When the one under way began, from [#ORIGIN] on.
    private final AtomicLong underWaySince = new AtomicLong(NOBODY);

    SharedCommit(
            @io.quarkus.agroal.DataSource("intake") DataSource intake,
            Wall wall,
            Schedule schedule,
            InstantSource clock) {
        this.intake = intake;
        this.wall = wall;
        this.schedule = schedule;
        this.clock = clock;
    }

    /// @param since when it came, in nanoseconds
    private record Waiting(Delivery delivery, CompletableFuture<Optional<Boolean>> outcome, long since) {
        boolean isPatient() {
            return System.nanoTime() - since < PATIENCE.toNanos();
        }
    }

    /// Stores the delivery and wakes its lane. Keeps nobody waiting.
    ///
    /// @return after the commit, whether it is new; empty where it cannot go with others: somebody holds its
    ///     lane for long, or one of those it would have gone with was in the way. Nothing of it was stored then
    CompletableFuture<Optional<Boolean>> store(Delivery delivery) {
        var mine = new Waiting(delivery, new CompletableFuture<>(), System.nanoTime());
        queue.add(mine);
        begin().ifPresent(turn -> committing.execute(() -> commitAll(turn)));
        return mine.outcome();
    }

    @PreDestroy
    void stop() {
        committing.shutdown();
    }

    /// One commits at a time. Whoever has been at it for too long hangs on a line that is cut; another one goes on
    /// then.
    private Optional<Long> begin() {
        var since = underWaySince.get();
        var now = Math.max(1, System.nanoTime() - ORIGIN);
        return (since == NOBODY || now - since > TOO_LONG.toNanos()) && underWaySince.compareAndSet(since, now)
                ? Optional.of(now)
                : Optional.empty();
    }

    private void commitAll(long first) {
        for (var turn = Optional.of(first); turn.isPresent(); turn = queue.isEmpty() ? Optional.empty() : begin()) {
            var batch = next();
            if (!batch.isEmpty()) {
                commit(batch);
            }
            // Looked at only after the end, also of one that was overtaken: whoever came before it found somebody
            // at it and relies on that one.
            underWaySince.compareAndSet(turn.get(), NOBODY);
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            var stored = store(batch.stream().map(Waiting::delivery).toList());
            CrashPoint.INTAKE_COMMITTED.pass();
            if (stored.stream().anyMatch(it -> it.orElse(false))) {
                schedule.look();
            }
            settle(batch, stored);
            if (stored.stream().noneMatch(Optional::isPresent)) {
                Thread.sleep(BREATH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // One of many may be at fault, and no other is to suffer for it: each goes alone then.
            var isOnesFault =
                    batch.size() > 1 && e instanceof DatabaseUnavailableException why && why.isOfOneStatement();
            batch.forEach(each -> {
                if (isOnesFault) {
                    each.outcome().complete(Optional.empty());
                } else {
                    each.outcome().completeExceptionally(e);
                }
            });
        }
    }

    /// A lane is mostly held for a moment only: it is worth another commit, and cheaper than one of its own. Whoever
    /// waits for it goes in front: what comes after them on their lane must not be stored before.
    private void settle(List<Waiting> batch, List<Optional<Boolean>> stored) {
        for (var i = batch.size() - 1; i >= 0; i--) {
            var each = batch.get(i);
            if (stored.get(i).isEmpty() && each.isPatient()) {
                queue.addFirst(each);
            } else {
                each.outcome().complete(stored.get(i));
            }
        }
    }

    private List<Waiting> next() {
        var batch = new ArrayList<Waiting>();
        var characters = 0;
        while (batch.size() < MOST && characters < MOST_CHARACTERS) {
            var each = queue.poll();
            if (each == null) {
                break;
            }
            batch.add(each);
            characters += each.delivery().body().length();
        }
        return batch;
    }

    private List<Optional<Boolean>> store(List<Delivery> deliveries) {
        try (var connection = intake.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var first = String.join(", ", wall.everyWorkspace(), Sql.HURRY, Sql.BY_INDEX);
                var stored = Arrivals.store(connection, first, deliveries, clock.instant());
                CrashPoint.INTAKE_STORED.pass();
                connection.commit();
                return deliveries.stream()
                        .map(it -> stored.isHeld(it) ? Optional.of(stored.takeNew(it)) : Optional.<Boolean>empty())
                        .toList();
            } catch (SQLException | RuntimeException | Error e) {
                // Giving the connection back would commit what is open.
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(e);
        }
    }
}
