package dev.cowork.delivery;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What must go out.
@ApplicationScoped
public class Outbox {
    private final OutboxRows rows;
    private final Lanes lanes;
    private final Sql sql;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Event<PostSent> sent;

    Outbox(OutboxRows rows, Lanes lanes, Sql sql, DeliveryConfig config, InstantSource clock, Event<PostSent> sent) {
        this.rows = rows;
        this.lanes = lanes;
        this.sql = sql;
        this.config = config;
        this.clock = clock;
        this.sent = sent;
    }

    /// Puts the post on its lane. Joins the caller's transaction: if that rolls back, nothing is sent. A key already
    /// there is ignored, so putting twice sends once.
    @Transactional
    public void put(Post post) {
        var now = clock.instant();
        lanes.lock(post.lane(), post.workspace().value());
        if (rows.insert(post, now)) {
            lanes.wake(Schedule.Side.OUTBOX, post.lane(), now);
        }
    }

    /// Sends what was refused of this message once more, in its old order.
    @Transactional
    public void again(WorkspaceId workspace, Key message) {
        rows.laneOfDead(workspace, message).ifPresent(lane -> again(workspace, lane, Optional.of(message)));
    }

    /// Sends whatever was refused on the lane once more, in its old order.
    @Transactional
    public void again(WorkspaceId workspace, Lane lane) {
        again(workspace, lane, Optional.empty());
    }

    private void again(WorkspaceId workspace, Lane lane, Optional<Key> message) {
        var now = clock.instant();
        lanes.lock(lane, workspace.value());
        if (rows.revive(lane, message, now) > 0) {
            lanes.wake(Schedule.Side.OUTBOX, lane, now);
        }
    }

    /// Writes down, before the call, that a message is about to be made past the lane, live. Until its fate is known
    /// nothing overtakes it: if the caller dies, the lane finds out whether the message was made.
    ///
    /// @param longest how long the call may take
    /// @return the row to settle by one of the next three; empty where anything was put for that message already,
    ///     or anything else waits on its lane
    @Transactional
    public Optional<Long> beginLive(Post post, Duration longest) {
        var now = clock.instant();
        var due = now.plus(longest);
        lanes.lock(post.lane(), post.workspace().value());
        var row = rows.insertSending(post, now, due);
        row.ifPresent(_ -> lanes.wake(Schedule.Side.OUTBOX, post.lane(), due));
        return row;
    }

    /// The live message was made.
    @Transactional
    public void liveMade(long row, Lane lane, Sender.Place place) {
        rows.sent(row, place, clock.instant());
        lanes.hasten(Schedule.Side.OUTBOX, lane, clock.instant());
    }

    /// The live message was certainly not made: it may be begun again.
    @Transactional
    public void liveNotMade(long row, Lane lane) {
        rows.forgetSending(row);
        lanes.hasten(Schedule.Side.OUTBOX, lane, clock.instant());
    }

    /// Nobody knows whether the live message was made: Slack is asked.
    @Transactional
    public void liveUnknown(long row) {
        rows.doubtSending(row, clock.instant().plus(config.lookUpAfter()));
    }

    /// Whether anything on the lane has not gone out yet.
    @Transactional
    public boolean isAnyWaiting(Lane lane) {
        return rows.head(lane).isPresent();
    }

    /// Whether a post of that key was ever put.
    @Transactional
    public boolean isPut(WorkspaceId workspace, Key key) {
        return rows.isPut(workspace, key);
    }

    /// Whether a message at that place is known to be one of ours, by whatever name.
    @Transactional
    public boolean knows(WorkspaceId workspace, Sender.Place place) {
        return rows.knows(workspace, place);
    }

    /// Where the message named so stands; empty where it has not been made yet.
    @Transactional
    public Optional<Sender.Place> place(WorkspaceId workspace, Key message) {
        return rows.place(workspace, message);
    }

    /// Whether nothing is sent to the workspace just now.
    @Transactional
    public boolean isSuspended(WorkspaceId workspace) {
        return rows.isSuspended(workspace);
    }

    /// From now on nothing is sent to the workspace: it took our access away. What is to be said there waits.
    @Transactional
    public void suspend(WorkspaceId workspace, String why) {
        if (rows.suspend(workspace, why, clock.instant())) {
            Log.errorf("workspace %s is suspended: %s", workspace, why);
        }
    }

    /// We have access again: what waits goes out. Nothing happens where the workspace was not suspended.
    public void resume(WorkspaceId workspace) {
        var now = clock.instant();
        if (!QuarkusTransaction.requiringNew().call(() -> rows.isSuspended(workspace))) {
            return;
        }
        Log.infof("workspace %s is no longer suspended", workspace);
        QuarkusTransaction.requiringNew()
                .call(() -> rows.resume(workspace, now))
                // Each by itself: whoever holds several lanes at once may meet somebody who holds them the other way.
                .forEach(lane ->
                        QuarkusTransaction.requiringNew().run(() -> lanes.hasten(Schedule.Side.OUTBOX, lane, now)));
    }

    /// Slack told us of our own post: it has arrived.
    @Transactional
    public void echoed(long id, Sender.Place place) {
        sql.hurry();
        rows.underWay(id).filter(row -> rows.sent(id, place, clock.instant())).ifPresent(row -> {
            var post = row.post();
            sent.fire(new PostSent(post.workspace(), post.key(), post.message(), place.channel(), place.ts()));
            lanes.hasten(Schedule.Side.OUTBOX, post.lane(), clock.instant());
        });
    }
}
