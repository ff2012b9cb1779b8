package dev.cowork.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/// Looks for lanes that have something due and are on nobody's schedule. There should never be one: each rescue is
/// counted and is a defect of ours.
@ApplicationScoped
class Sweeping implements Chore {
    /// Young ones may just be on their way to the schedule.
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Sql sql;
    private final Lanes lanes;
    private final InstantSource clock;
    private final Counter rescued;

    Sweeping(Sql sql, Lanes lanes, InstantSource clock, MeterRegistry meters) {
        this.sql = sql;
        this.lanes = lanes;
        this.clock = clock;
        this.rescued = Counter.builder("cowork.sweeper.rescued")
                .description("Lanes found with work and without a place on the schedule; should stay 0")
                .register(meters);
    }

    @Override
    public String name() {
        return "sweeping";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        sweep(Schedule.Side.INBOX, "select lane from inbox t where state = 'WAITING'");
        sweep(Schedule.Side.OUTBOX, "select lane from outbox t where state in ('PENDING', 'SENDING', 'UNKNOWN')");
    }

    private void sweep(Schedule.Side side, String waiting) {
        var now = clock.instant();
        while (QuarkusTransaction.requiringNew().call(() -> rescueOne(side, waiting))) {
            rescued.increment();
            Log.errorf("a lane of the %s was found with work and without a place on the schedule at %s", side, now);
        }
    }

    private boolean rescueOne(Schedule.Side side, String waiting) {
        var now = clock.instant();
        var stranded = sql.first(waiting + """
                         and due_at < ? and not exists
                        (select 1 from scheduled_tasks s where s.task_name = ? and s.task_instance = t.lane) limit 1""", r -> new Lane(r.getString(1)), now.minus(GRACE), side.name());
        stranded.ifPresent(lane -> {
            lanes.locked(lane);
            lanes.wake(side, lane, now);
        });
        return stranded.isPresent();
    }
}
