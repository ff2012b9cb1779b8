package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Takes the plan after a second failure into the session, and has the partner go on from it. In the caller's
/// transaction.
@ApplicationScoped
class MakingPlan {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RecoveryPlans plans;
    private final SeeingRepeat repeats;
    private final RecordingWords recording;
    private final InstantSource clock;

    MakingPlan(RecoveryPlans plans, SeeingRepeat repeats, RecordingWords recording, InstantSource clock) {
        this.plans = plans;
        this.repeats = repeats;
        this.recording = recording;
        this.clock = clock;
    }

    void make(Session session, RecoveryPlan.Made made, MemberId by) {
        plans.in(session).ifPresent(before -> {
            before.replace();
            // The one in force is the only one: the old one goes first.
            plans.flush();
        });
        plans.persistAndFlush(new RecoveryPlan(session, made, by, clock.instant()));
        repeats.showPlan(session);
        recording.record(session, Utterance.Kind.INSTRUCTION, by, words(made));
    }

    private static String words(RecoveryPlan.Made made) {
        return "Here is the plan for this customer. Go on from it, the choice before the apology.\n\n"
                + "Who stays on it: " + made.owner().mention() + ", who calls back " + WHEN.format(made.callBackAt())
                + "\n"
                + "Root cause: " + (made.cause().isEmpty() ? "not known yet" : made.cause()) + ". "
                + made.causeOwner().mention() + " finds out until " + made.causeBy() + "\n"
                + "To choose between: " + String.join(" | ", made.options());
    }
}
