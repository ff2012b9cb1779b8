package dev.cowork.delivery;

import dev.cowork.workspace.CrashPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Works off one side of a lane until nothing on it is due.
@ApplicationScoped
class LaneWork {
    private final InboxLane inbox;
    private final OutboxLane outbox;
    private final InboxRows inboxRows;
    private final OutboxRows outboxRows;
    private final Lanes lanes;
    private final InstantSource clock;
    private final RightOfWay way;

    LaneWork(
            InboxLane inbox,
            OutboxLane outbox,
            InboxRows inboxRows,
            OutboxRows outboxRows,
            Lanes lanes,
            InstantSource clock,
            RightOfWay way) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.inboxRows = inboxRows;
        this.outboxRows = outboxRows;
        this.lanes = lanes;
        this.clock = clock;
        this.way = way;
    }

    /// @return whether the lane has left the schedule already; otherwise [#leave] is next
    boolean workOff(Schedule.Place place) {
        CrashPoint.LANE_PICKED.pass();
        way.give();
        return switch (place.side()) {
            case INBOX -> inbox.workOff(place);
            case OUTBOX -> {
                outbox.workOff(place.lane());
                yield false;
            }
        };
    }

    /// Decides, holding the lane, whether it comes back to the schedule or leaves it. Without the lock, what is added
    /// between looking and leaving would be stranded.
    @Transactional
    void leave(Schedule.Side side, Lane lane, Consumer<Instant> comeBack, Runnable leave) {
        lanes.locked(lane);
        var next = switch (side) {
            case INBOX -> inboxRows.head(lane).map(InboxRows.Row::dueAt);
            case OUTBOX -> outboxRows.head(lane).map(row -> row.times().dueAt());
        };
        var now = clock.instant();
        next.ifPresentOrElse(due -> comeBack.accept(due.isBefore(now) ? now : due), leave);
        CrashPoint.LANE_LEFT.pass();
    }
}
