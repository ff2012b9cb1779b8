package dev.cowork.delivery;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/// What came in.
@ApplicationScoped
public class Inbox {
    private final InboxRows rows;
    private final Lanes lanes;
    private final InstantSource clock;

    Inbox(InboxRows rows, Lanes lanes, InstantSource clock) {
        this.rows = rows;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// Stores the delivery and wakes its lane, in the caller's transaction or one of its own. A delivery whose key, or
    /// whose gesture's key, is there already is counted and ignored.
    ///
    /// @return whether it is new
    @Transactional
    public boolean accept(Delivery delivery) {
        var now = clock.instant();
        lanes.lock(delivery.lane(), delivery.workspace().value());
        if (!rows.insert(delivery, now)) {
            rows.countDuplicate(delivery);
            Log.debugf("delivery %s of %s is here already", delivery.key(), delivery.workspace());
            return false;
        }
        lanes.wake(Schedule.Side.INBOX, delivery.lane(), now);
        return true;
    }
}
