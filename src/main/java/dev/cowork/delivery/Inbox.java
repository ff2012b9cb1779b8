package dev.cowork.delivery;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.InstantSource;

/// What came in.
@ApplicationScoped
public class Inbox {
    private final InboxRows rows;
    private final Lanes lanes;
    private final Sql sql;
    private final InstantSource clock;

    Inbox(InboxRows rows, Lanes lanes, Sql sql, InstantSource clock) {
        this.rows = rows;
        this.lanes = lanes;
        this.sql = sql;
        this.clock = clock;
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
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION
                ? store(delivery)
                : QuarkusTransaction.requiringNew().call(() -> {
                    sql.hurry();
                    return store(delivery);
                });
    }

    private boolean store(Delivery delivery) {
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
