package dev.cowork.session;

import dev.cowork.slack.Address;
import dev.cowork.slack.Inbound;
import dev.cowork.slack.Listener;
import dev.cowork.slack.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/// The buttons under a second failure.
@ApplicationScoped
@Transactional
class RepeatListener implements Listener<Inbound.Pressed> {
    private final Sessions sessions;
    private final Desk desk;
    private final RecoveryPlans plans;
    private final SeeingRepeat repeats;
    private final RecordingWords recording;
    private final InstantSource clock;

    RepeatListener(
            Sessions sessions,
            Desk desk,
            RecoveryPlans plans,
            SeeingRepeat repeats,
            RecordingWords recording,
            InstantSource clock) {
        this.sessions = sessions;
        this.desk = desk;
        this.plans = plans;
        this.repeats = repeats;
        this.recording = recording;
        this.clock = clock;
    }

    @Override
    public Address address() {
        return Address.action(RepeatCard.ACTION);
    }

    @Override
    public Class<Inbound.Pressed> hears() {
        return Inbound.Pressed.class;
    }

    @Override
    public Reply atOnce(Inbound.Pressed pressed) {
        var id = UUID.fromString(pressed.value());
        var refusal = desk.refusal(pressed.gesture(), id);
        if (refusal.isPresent()) {
            return new Reply.Whisper(refusal.get());
        }
        var session = sessions.of(pressed.gesture().workspace(), id).orElseThrow();
        return pressed.actionId().endsWith(":plan")
                ? new Reply.Open(PlanModal.of(session, plans.in(session), clock.instant()))
                : Reply.later();
    }

    @Override
    public void hear(Inbound.Pressed pressed) {
        var by = pressed.gesture().member();
        desk.enter(pressed.gesture(), UUID.fromString(pressed.value()))
                .filter(session -> session.handling().repeat().isPresent())
                .ifPresent(session -> {
                    repeats.deny(session, by);
                    recording.record(
                            session,
                            Utterance.Kind.NOTE,
                            by,
                            "[" + by.mention() + " says that this is no second failure: work on it as on any other.]");
                });
    }
}
