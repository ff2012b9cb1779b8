package dev.cowork.delivery;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Sends what waits on a lane, in order. `SENDING` is committed before the call, so that a crash is known as one: what
/// was
/// being sent is then `UNKNOWN`, never simply sent again.
@ApplicationScoped
class OutboxLane {
    private static final int AT_ONE_GO = 100;
    private static final int MOST_ATTEMPTS = 12;
    private static final int LOOK_UPS = 2;

    private final OutboxRows rows;
    private final Sender sender;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final Event<PostSent> sent;
    private final Event<PostDied> died;

    OutboxLane(
            OutboxRows rows,
            Sender sender,
            DeliveryConfig config,
            InstantSource clock,
            Event<PostSent> sent,
            Event<PostDied> died) {
        this.rows = rows;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
        this.sent = sent;
        this.died = died;
    }

    void workOff(Lane lane) {
        for (int i = 0; i < AT_ONE_GO; i++) {
            var head = QuarkusTransaction.requiringNew().call(() -> rows.head(lane));
            if (head.isEmpty() || head.get().dueAt().isAfter(clock.instant())) {
                return;
            }
            var row = head.get();
            switch (row.state()) {
                case PENDING -> send(row);
                // Nobody else works on this lane: who was sending has died.
                case SENDING -> unknown(row, "the process ended while sending", false);
                case UNKNOWN -> lookUp(row);
                case SENT, DEAD -> throw new IllegalStateException("post " + row.id() + " has ended already");
            }
        }
    }

    private void send(OutboxRows.Row row) {
        var post = row.post();
        Optional<Sender.Place> made = row.makesItsMessage()
                ? Optional.empty()
                : QuarkusTransaction.requiringNew().call(() -> rows.place(post.workspace(), post.message()));
        if (!QuarkusTransaction.requiringNew().call(() -> rows.start(row, clock.instant()))) {
            return;
        }
        switch (sender.send(row.id(), post, made)) {
            case Sender.Sent.Arrived(Sender.Place place) -> arrived(row, place);
            case Sender.Sent.NotYet(Duration pause, String why) -> notYet(row, pause, why);
            case Sender.Sent.Refused(String why) -> refused(row, why);
            case Sender.Sent.Unknown(String why, boolean again) -> unknown(row, why, again);
        }
    }

    private void arrived(OutboxRows.Row row, Sender.Place place) {
        var post = row.post();
        QuarkusTransaction.requiringNew().run(() -> {
            if (rows.sent(row.id(), place, clock.instant())) {
                sent.fire(new PostSent(post.workspace(), post.key(), post.message(), place.channel(), place.ts()));
            }
        });
    }

    private void notYet(OutboxRows.Row row, Duration pause, String why) {
        if (row.attempts() + 1 >= MOST_ATTEMPTS && !why.equals("ratelimited")) {
            refused(row, why);
            return;
        }
        var due = clock.instant().plus(pause);
        QuarkusTransaction.requiringNew().run(() -> rows.unsettle(row.id(), OutboxRows.State.PENDING, due, why));
    }

    private void refused(OutboxRows.Row row, String why) {
        var post = row.post();
        Log.errorf("post %s of %s cannot be sent: %s, row %d", post.key(), post.workspace(), why, row.id());
        QuarkusTransaction.requiringNew().run(() -> {
            if (rows.bury(row.id(), clock.instant(), why)) {
                died.fire(new PostDied(post.workspace(), post.key(), post.message(), why));
            }
        });
    }

    private void unknown(OutboxRows.Row row, String why, boolean again) {
        var attempts = row.attempts() + 1;
        if (again && attempts >= MOST_ATTEMPTS) {
            refused(row, why);
            return;
        }
        var state = again ? OutboxRows.State.PENDING : OutboxRows.State.UNKNOWN;
        var pause = again ? Duration.ofMillis(250L << Math.min(attempts, 7)) : config.lookUpAfter();
        var due = clock.instant().plus(pause);
        QuarkusTransaction.requiringNew().run(() -> rows.unsettle(row.id(), state, due, why));
    }

    private void lookUp(OutboxRows.Row row) {
        switch (sender.find(row.id(), row.post(), row.startedAt())) {
            case Sender.Lookup.Found(Sender.Place place) -> arrived(row, place);
            case Sender.Lookup.NotYet(Duration pause) ->
                QuarkusTransaction.requiringNew()
                        .run(() -> rows.unsettle(
                                row.id(),
                                OutboxRows.State.UNKNOWN,
                                clock.instant().plus(pause),
                                "not looked up"));
            case Sender.Lookup.Absent() -> absent(row);
        }
    }

    private void absent(OutboxRows.Row row) {
        if (row.lookedUp() + 1 < LOOK_UPS) {
            var due = clock.instant().plus(config.lookUpAfter());
            QuarkusTransaction.requiringNew().run(() -> rows.lookedUp(row.id(), due));
            return;
        }
        Log.warnf(
                "post %s of %s was not found and is sent again",
                row.post().key(), row.post().workspace());
        QuarkusTransaction.requiringNew().run(() -> rows.resend(row.id(), clock.instant()));
    }
}
