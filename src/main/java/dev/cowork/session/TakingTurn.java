package dev.cowork.session;

import dev.cowork.delivery.Delivery;
import dev.cowork.delivery.Errand;
import dev.cowork.delivery.TryLaterException;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.workspace.CrashPoint;
import dev.cowork.workspace.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One turn of the talk: takes what was said, has the partner answer live in the thread, and keeps the answer.
@ApplicationScoped
class TakingTurn implements Errand {
    static final String KIND = "turn";
    private static final int MOST_TRIES = 3;

    private final Triaging triaging;
    private final BeginningTurn beginning;
    private final EndingTurn ending;
    private final WritingAnswer writing;

    TakingTurn(Triaging triaging, BeginningTurn beginning, EndingTurn ending, WritingAnswer writing) {
        this.triaging = triaging;
        this.beginning = beginning;
        this.ending = ending;
        this.writing = writing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Delivery delivery) {
        var id = UUID.fromString(delivery.body());
        triaging.triage(delivery.workspace(), id);
        var isOvertaken = true;
        while (isOvertaken) {
            isOvertaken = beginning
                    .begin(delivery.workspace(), id)
                    .filter(this::traced)
                    .isPresent();
        }
    }

    private boolean traced(BeginningTurn.Begun begun) {
        return Trace.of("turn", Map.of("cowork.turn", begun.turn().toString()), () -> take(begun));
    }

    /// Whether the agent said more meanwhile, so that it is to be begun again.
    private boolean take(BeginningTurn.Begun begun) {
        CrashPoint.TURN_BEGUN.pass();
        try {
            switch (writing.write(begun)) {
                case WritingAnswer.Written.Whole(var answer) -> ending.answered(begun, answer);
                case WritingAnswer.Written.Stopped(var answer, var by) -> ending.stopped(begun, answer, by);
                case WritingAnswer.Written.Overtaken() -> {
                    return true;
                }
            }
        } catch (PartnerUnavailableException why) {
            waitIfBusy(begun, why);
            ending.failed(begun, why.kind());
        }
        CrashPoint.ANSWER_KEPT.pass();
        return false;
    }

    /// Claude names its time only where it is busy or overloaded.
    private void waitIfBusy(BeginningTurn.Begun begun, PartnerUnavailableException why) {
        var pause = begun.tries() < MOST_TRIES ? why.retryAfter() : Optional.<Duration>empty();
        if (pause.isPresent()) {
            ending.waits(begun, pause.get());
            throw new TryLaterException(pause.get(), why);
        }
    }

    @Override
    public void gaveUp(Delivery delivery, Throwable why) {
        ending.gaveUp(delivery.workspace(), UUID.fromString(delivery.body()), delivery.reference());
    }
}
