package dev.cowork.session;

import dev.cowork.delivery.TryLaterException;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Partner;
import dev.cowork.slack.LiveText;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.trace.Trace;
import dev.cowork.workspace.wall.Within;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Has the partner write an answer, seen live in the thread, until it is whole or somebody stops it. The partner
/// writes on a thread of its own: while it only thinks there is no word at which a stop could be noticed.
@ApplicationScoped
class WritingAnswer {
    /// How often somebody's stop is looked for.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Partner partner;
    private final LiveText liveText;
    private final StoppingTurn stopping;

    WritingAnswer(Partner partner, LiveText liveText, StoppingTurn stopping) {
        this.partner = partner;
        this.liveText = liveText;
        this.stopping = stopping;
    }

    /// What came of it.
    sealed interface Written {
        record Whole(Answer answer) implements Written {}

        /// Broken off; the answer holds what was written so far, which may be nothing.
        record Stopped(Answer answer, MemberId by) implements Written {}

        /// Left off because the agent said more: to be begun again with all that was said.
        record Overtaken() implements Written {}
    }

    /// @throws dev.cowork.partner.PartnerUnavailableException as [Partner#reply]
    Written write(BeginningTurn.Begun begun) {
        var live = liveText.begin(begun.workspace(), begun.thread(), begun.reader(), begun.message());
        var sheet = new Sheet(live);
        var writing = new FutureTask<>(() -> begun.isForPlaybook()
                ? partner.replyFromPlaybook(begun.brief(), sheet::append)
                : partner.reply(begun.brief(), sheet::append));
        try {
            return written(begun, writing, sheet);
        } catch (InterruptedException ending) {
            writing.cancel(true);
            Thread.currentThread().interrupt();
            throw new TryLaterException(LOOK, ending);
        } finally {
            live.end();
        }
    }

    private Written written(BeginningTurn.Begun begun, FutureTask<Answer> writing, Sheet sheet)
            throws InterruptedException {
        // Only what was under way before, in a process that died, can have been stopped already.
        var interruption =
                begun.attempt() > 1 ? stopping.interrupting(begun) : Optional.<StoppingTurn.Interruption>empty();
        if (interruption.isEmpty()) {
            Thread.ofVirtual().name("turn-" + begun.turn()).start(Within.carried(Trace.carried(writing)));
        }
        while (interruption.isEmpty()) {
            try {
                return new Written.Whole(writing.get(LOOK.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException stillWriting) {
                interruption = stopping.interrupting(begun);
            } catch (ExecutionException failed) {
                throw unwrapped(failed);
            }
        }
        writing.cancel(true);
        var taken = sheet.taken();
        return switch (interruption.get()) {
            case StoppingTurn.Interruption.Stopped(var by) ->
                new Written.Stopped(partner.brokenOff(begun.brief(), taken), by);
            case StoppingTurn.Interruption.Overtaken() -> new Written.Overtaken();
        };
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException why ? why : new IllegalStateException(failed);
    }

    /// What the partner writes on. Once taken away it takes no further word.
    private static final class Sheet {
        private final StringBuilder words = new StringBuilder();
        private final Disarming shown;
        private boolean isTaken;

        Sheet(LiveText.Live live) {
            this.shown = new Disarming(live::append);
        }

        synchronized void append(String piece) {
            if (isTaken) {
                throw new CancellationException("somebody stopped the answer");
            }
            words.append(piece);
            shown.append(piece);
        }

        synchronized String taken() {
            isTaken = true;
            return words.toString();
        }
    }
}
