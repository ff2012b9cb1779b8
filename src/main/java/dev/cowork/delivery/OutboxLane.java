package dev.cowork.delivery;

import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.wall.Within;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/// Sends what waits on a lane, in order. `SENDING` is committed before the call, so that a crash is known as one: what
/// was being sent is then `UNKNOWN`, never simply sent again.
@ApplicationScoped
class OutboxLane {
    private static final int AT_ONE_GO = 100;

    private final Entering entering;
    private final OutboxRows rows;
    private final Sender sender;
    private final Settling settling;
    private final InstantSource clock;

    OutboxLane(Entering entering, OutboxRows rows, Sender sender, Settling settling, InstantSource clock) {
        this.entering = entering;
        this.rows = rows;
        this.sender = sender;
        this.settling = settling;
        this.clock = clock;
    }

    void workOff(Lane lane) {
        for (int i = 0; i < AT_ONE_GO; i++) {
            var head = entering.outbox(lane);
            if (head.isEmpty() || head.get().times().dueAt().isAfter(clock.instant())) {
                return;
            }
            var row = head.get();
            Within.workspace(row.post().workspace(), () -> workOff(row));
        }
    }

    private void workOff(OutboxRows.Row row) {
        switch (row.state()) {
            case PENDING -> send(row);
            // Nobody else works on this lane: who was sending has died.
            case SENDING -> settling.unknown(row, "the process ended while sending");
            case UNKNOWN -> lookUp(row);
            case SENT, DEAD -> throw new IllegalStateException("post " + row.id() + " has ended already");
        }
    }

    private void send(OutboxRows.Row waiting) {
        var post = waiting.post();
        if (QuarkusTransaction.requiringNew().call(() -> rows.isSuspended(post.workspace()))) {
            settling.suspended(waiting);
            return;
        }
        Optional<Sender.Place> made = waiting.makesItsMessage()
                ? Optional.empty()
                : QuarkusTransaction.requiringNew().call(() -> rows.place(post.workspace(), post.message()));
        QuarkusTransaction.requiringNew()
                .call(() -> rows.start(waiting, clock.instant()))
                .ifPresent(row -> {
                    CrashPoint.POST_STARTED.pass();
                    settle(row, sent(row, made));
                    CrashPoint.POST_SETTLED.pass();
                });
    }

    private Sender.Sent sent(OutboxRows.Row row, Optional<Sender.Place> made) {
        try {
            return sender.send(row.id(), row.post(), made);
        } catch (RuntimeException e) {
            return new Sender.Sent.Unknown(e.toString(), false);
        }
    }

    private void settle(OutboxRows.Row row, Sender.Sent sent) {
        switch (sent) {
            case Sender.Sent.Arrived(var place) -> settling.arrived(row, place);
            case Sender.Sent.NotYet(var pause, var why) -> settling.notYet(row, pause, why);
            case Sender.Sent.Away(var why) -> settling.away(row, why);
            case Sender.Sent.LockedOut(var why) -> settling.lockedOut(row, why);
            case Sender.Sent.Refused(var why) -> settling.refused(row, why);
            case Sender.Sent.Unknown(var why, var again) when again -> settling.again(row, why);
            case Sender.Sent.Unknown(var why, var _) -> settling.unknown(row, why);
        }
    }

    private void lookUp(OutboxRows.Row row) {
        switch (found(row)) {
            case Sender.Lookup.Found(var place) -> settling.arrived(row, place);
            case Sender.Lookup.NotYet(var pause) -> settling.notLookedUp(row, pause);
            case Sender.Lookup.Absent() -> settling.absent(row);
        }
    }

    /// A post that cannot even be looked up must not hold its lane for ever: it goes the way of those not found.
    private Sender.Lookup found(OutboxRows.Row row) {
        try {
            return sender.find(row.id(), row.post(), row.times().startedAt());
        } catch (RuntimeException e) {
            return new Sender.Lookup.Absent();
        }
    }
}
