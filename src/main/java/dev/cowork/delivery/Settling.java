package dev.cowork.delivery;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// Writes down what became of a try to send, each in a transaction of its own: the one place that decides whether a
/// post is tried again, when, and when it is given up.
@ApplicationScoped
class Settling {
    /// What Slack keeps stumbling over is not tried for ever: the lane must go on.
    private static final int MOST_FAILURES = 12;

    private static final int MOST_RESENDS = 4;
    private static final int LOOK_UPS = 2;
    /// Only until the lane is looked at again: whoever resumes the workspace wakes it.
    private static final Duration WHILE_SUSPENDED = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final OutboxRows rows;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Event<PostSent> sent;
    private final Event<PostDied> died;

    Settling(OutboxRows rows, DeliveryConfig config, InstantSource clock, Event<PostSent> sent, Event<PostDied> died) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
        this.sent = sent;
        this.died = died;
    }

    void arrived(OutboxRows.Row row, Sender.Place place) {
        var post = row.post();
        end(
                row,
                () -> rows.sent(row.id(), place, clock.instant()),
                () -> sent.fire(
                        new PostSent(post.workspace(), post.key(), post.message(), place.channel(), place.ts())));
    }

    void refused(OutboxRows.Row row, String why) {
        var post = row.post();
        Log.errorf(
                "post %s of %s cannot be sent: %s, row %d, reference %s",
                post.key(), post.workspace(), why, row.id(), Dead.referenceOf("out", post.workspace(), post.key()));
        Metrics.counter("cowork.given.up", "side", "outbox").increment();
        end(
                row,
                () -> rows.bury(row, clock.instant(), why),
                () -> died.fire(new PostDied(post.workspace(), post.key(), post.message(), why)));
    }

    void notYet(OutboxRows.Row row, Duration pause, String why) {
        unsettle(row, OutboxRows.State.PENDING, row.tries().failures(), pause, why);
    }

    void away(OutboxRows.Row row, String why) {
        if (isOutOfPatience(row)) {
            refused(row, why);
            return;
        }
        var failures = row.tries().failures() + 1;
        unsettle(row, OutboxRows.State.PENDING, failures, growing(failures), why);
    }

    /// Nothing more goes to the workspace until [Outbox#resume].
    void lockedOut(OutboxRows.Row row, String why) {
        var workspace = row.post().workspace();
        // First put off, then suspended: who ends the suspension finds it among what waits.
        putOff(row);
        if (QuarkusTransaction.requiringNew().call(() -> rows.suspend(workspace, why, clock.instant()))) {
            Log.errorf("workspace %s is suspended: Slack does not take our token (%s)", workspace, why);
        }
    }

    void suspended(OutboxRows.Row row) {
        putOff(row);
        if (!QuarkusTransaction.requiringNew()
                .call(() -> rows.isSuspended(row.post().workspace()))) {
            // It ended meanwhile, and did not find this one.
            unsettle(row, OutboxRows.State.PENDING, row.tries().failures(), Duration.ZERO, "workspace suspended");
        }
    }

    private void putOff(OutboxRows.Row row) {
        unsettle(row, OutboxRows.State.PENDING, row.tries().failures(), WHILE_SUSPENDED, "workspace suspended");
    }

    void again(OutboxRows.Row row, String why) {
        var failures = row.tries().failures() + 1;
        if (failures >= MOST_FAILURES) {
            refused(row, why);
            return;
        }
        unsettle(row, OutboxRows.State.PENDING, failures, growing(failures), why);
    }

    void unknown(OutboxRows.Row row, String why) {
        unsettle(row, OutboxRows.State.UNKNOWN, row.tries().failures() + 1, config.lookUpAfter(), why);
    }

    void notLookedUp(OutboxRows.Row row, Duration pause) {
        if (isOutOfPatience(row)) {
            refused(row, "Slack could not be asked whether it arrived");
            return;
        }
        unsettle(row, OutboxRows.State.UNKNOWN, row.tries().failures(), pause, "not looked up");
    }

    void absent(OutboxRows.Row row) {
        var now = clock.instant();
        if (row.tries().lookedUp() + 1 < LOOK_UPS) {
            QuarkusTransaction.requiringNew().run(() -> rows.lookedUp(row, now.plus(config.lookUpAfter())));
            return;
        }
        if (row.tries().resent() >= MOST_RESENDS) {
            refused(row, "sent " + row.tries().attempts() + " times and never found");
            return;
        }
        Log.warnf(
                "post %s of %s was not found and is sent again",
                row.post().key(), row.post().workspace());
        Metrics.counter("cowork.outbox.resent.after.unknown").increment();
        QuarkusTransaction.requiringNew().run(() -> rows.resend(row, now));
    }

    /// Ends the post and tells of it in one transaction. Where telling fails twice the post ends untold: otherwise a
    /// listener that always fails would have the same post sent again and again.
    private void end(OutboxRows.Row row, BooleanSupplier end, Runnable tell) {
        for (int i = 0; i < 2; i++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (end.getAsBoolean()) {
                        tell.run();
                    }
                });
                return;
            } catch (RuntimeException e) {
                Log.errorf(
                        e,
                        "the end of post %s could not be told, row %d",
                        row.post().key(),
                        row.id());
            }
        }
        QuarkusTransaction.requiringNew().run(end::getAsBoolean);
    }

    private void unsettle(OutboxRows.Row row, OutboxRows.State state, int failures, Duration pause, String why) {
        var due = clock.instant().plus(pause);
        QuarkusTransaction.requiringNew().run(() -> rows.unsettle(row, state, failures, due, why));
    }

    private boolean isOutOfPatience(OutboxRows.Row row) {
        return row.times().putAt().plus(config.patience()).isBefore(clock.instant());
    }

    private static Duration growing(int failures) {
        var pause = Duration.ofMillis(250L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
