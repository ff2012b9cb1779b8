package dev.cowork.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.TaskResolver;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepository;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The dispatcher: sees to it that somebody works off each lane that has something on it, one at a time, again after a
/// crash. It knows nothing else; what is to be done stands in the inbox and the outbox.
@ApplicationScoped
class Schedule {
    private final DataSource own;
    private final Sql sql;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final TransactionSynchronizationRegistry transactions;
    private final Instance<LaneWork> work;
    private final Instance<Chore> chores;
    /// Two processes on one machine must not be taken for one.
    private static final SchedulerName NAME =
            new SchedulerName.Fixed(ProcessHandle.current().pid() + "-" + UUID.randomUUID());

    /// Nobody notices it, and a look costs as much as storing what it finds.
    private static final Duration BREATH = Duration.ofMillis(5);

    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - BREATH.toNanos());
    private final AtomicBoolean isToLook = new AtomicBoolean();
    private final List<CustomTask<Void>> tasks;
    private final TaskRepository joined;
    private final AtomicReference<@Nullable Scheduler> running = new AtomicReference<>();

    Schedule(
            DataSource database,
            @io.quarkus.agroal.DataSource("schedule") DataSource own,
            Sql sql,
            DeliveryConfig config,
            InstantSource clock,
            TransactionSynchronizationRegistry transactions,
            Instance<LaneWork> work,
            @Any Instance<Chore> chores) {
        this.own = own;
        this.sql = sql;
        this.config = config;
        this.clock = clock;
        this.transactions = transactions;
        this.work = work;
        this.chores = chores;
        this.tasks = List.of(task(Side.INBOX), task(Side.OUTBOX));
        this.joined = new JdbcTaskRepository(
                database,
                false,
                JdbcTaskRepository.DEFAULT_TABLE_NAME,
                new TaskResolver(SchedulerListeners.NOOP, clock::instant, List.copyOf(tasks)),
                NAME,
                false,
                clock::instant);
    }

    /// A lane has two sides, worked off independently of each other.
    enum Side {
        INBOX,
        OUTBOX
    }

    /// A lane as somebody was given it to work off.
    ///
    /// @param version of its row on the schedule, another one as soon as it is given to somebody else
    record Place(Side side, Lane lane, long version) {}

    /// Puts the lane on the schedule in the current transaction; what it writes is what the dispatcher's own
    /// client would. Already there is enough.
    void wake(Side side, Lane lane, Instant now) {
        sql.update("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (?, ?, ?, false, 1) on conflict do nothing""", side.name(), lane.value(), now);
        afterCommit(this::look);
    }

    /// Brings a lane that is on the schedule for later forward to `now`.
    void hasten(Side side, Lane lane, Instant now) {
        var brought = sql.update("""
                update scheduled_tasks set execution_time = ?, version = version + 1
                where task_name = ? and task_instance = ? and not picked and execution_time > ?""", now, side.name(), lane.value(), now);
        if (brought > 0) {
            afterCommit(this::look);
        }
    }

    /// Something was put on the schedule, and is committed. Where much is, it is looked for together: once each
    /// [#BREATH].
    void look() {
        var since = System.nanoTime() - lookedAt.get();
        if (since >= BREATH.toNanos()) {
            lookNow();
        } else if (isToLook.compareAndSet(false, true)) {
            Thread.ofVirtual().name("look-soon").start(() -> {
                LockSupport.parkNanos(BREATH.toNanos() - since);
                isToLook.set(false);
                lookNow();
            });
        }
    }

    private void lookNow() {
        lookedAt.set(System.nanoTime());
        var scheduler = running.get();
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void start() {
        var scheduler = Scheduler.create(own, List.copyOf(tasks))
                .startTasks(chores.stream().map(Schedule::chore).toList())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(config.lanes())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(config.polling())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .schedulerName(NAME)
                .clock(clock::instant)
                .shutdownMaxWait(config.stopWithin())
                .build();
        scheduler.start();
        running.set(scheduler);
    }

    void stop() {
        var scheduler = running.getAndSet(null);
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    private CustomTask<Void> task(Side side) {
        return Tasks.custom(side.name(), Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(2)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var lane = new Lane(instance.getId());
                    var place = new Place(side, lane, context.getExecution().version);
                    return work.get().workOff(place) ? (_, _) -> {} : completion(side, lane);
                });
    }

    /// Leaving goes through a repository that joins our transaction: the scheduler's own one commits by itself and
    /// would let go before the lane's lock does.
    private CompletionHandler<Void> completion(Side side, Lane lane) {
        return (done, _) -> {
            var execution = done.getExecution();
            Within.everyWorkspace(() -> work.get()
                    .leave(
                            side,
                            lane,
                            next -> joined.reschedule(execution, next, done.getTimeDone(), execution.lastFailure, 0),
                            () -> joined.remove(execution)));
        };
    }

    private static RecurringTask<Void> chore(Chore chore) {
        return Tasks.recurring(chore.name(), FixedDelay.of(chore.every()))
                .execute((_, _) -> Within.everyWorkspace(chore::run));
    }

    private void afterCommit(Runnable deed) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    deed.run();
                }
            }
        });
    }
}
